package org.earlyhelp.hub.alert.desk;

import org.earlyhelp.hub.alert.CorrectionFiles;
import org.earlyhelp.hub.alert.storage.OutcomeFileStore;
import org.earlyhelp.hub.alert.storage.OutcomeFileStore.OutcomeText;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.Disclosure;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts requests for correction beside the outcomes, through the disclosure desk. */
@Component
class CorrectionDesk implements CorrectionFiles {
    private static final String CORRECTION = "correction";
    private final DisclosureDesk disclosure;
    private final OutcomeFileStore files;
    private final HubClock clock;
    private final ApplicationEventPublisher events;

    CorrectionDesk(DisclosureDesk disclosure, OutcomeFileStore files, HubClock clock, ApplicationEventPublisher events) {
        this.disclosure = disclosure;
        this.files = files;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public Asked ask(AccountName account, DisclosureRequest request, String text) {
        Disclosure<OutcomeText> answer = disclosure.disclose(request, allowance -> new OutcomeText(CORRECTION, null, text));
        if (answer instanceof Disclosure.Refused<OutcomeText> refused) {
            return new Asked(null, refused.reason(), refused.isForTheLog());
        }
        Disclosed<OutcomeText> disclosed = (Disclosed<OutcomeText>) answer;
        if (!disclosed.allowance().withheld().isEmpty()) {
            return new Asked(null, disclosed.allowance().withheld().get(0).why(), false);
        }
        files.add(account, disclosed, clock.now());
        events.publishEvent(new OutcomeFilled());
        return new Asked(disclosed.allowance().entries().get(0).entry(), null, false);
    }
}
