package org.earlyhelp.hub.alert.desk;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AwaitedAgreements.What;
import org.earlyhelp.hub.alert.message.OutcomeNote;
import org.earlyhelp.hub.alert.message.PersonFlags;
import org.earlyhelp.hub.alert.message.RecallNote;
import org.earlyhelp.hub.alert.storage.AwaitedStore;
import org.earlyhelp.hub.alert.storage.EvidenceStore;
import org.earlyhelp.hub.alert.storage.OutcomeFileStore;
import org.earlyhelp.hub.alert.storage.OutcomeFileStore.OutcomeText;
import org.earlyhelp.hub.alert.storage.RecallStore;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.Disclosure;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells each agency, at the account that sent it, whose missing notice or domestic-abuse referral is in an alert what was decided, by its own reference only. */
@Component
public class OutcomeTelling {
    private static final String OUTCOME = "outcome";
    private static final String RECALL = "recall";
    private final DisclosureDesk disclosure;
    private final EvidenceStore evidence;
    private final OutcomeFileStore files;
    private final AwaitedStore awaited;
    private final AlertTelling people;
    private final HubClock clock;
    private final ApplicationEventPublisher events;

    public OutcomeTelling(DisclosureDesk disclosure, EvidenceStore evidence, OutcomeFileStore files, AwaitedStore awaited, AlertTelling people, HubClock clock,
                          ApplicationEventPublisher events) {
        this.disclosure = disclosure;
        this.evidence = evidence;
        this.files = files;
        this.awaited = awaited;
        this.people = people;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Keeps one file for each referral, in the caller's transaction; what the policy refuses is in the sharing log. An agency
     * whose agreement is not in force learns of it when it is again, every agency when a stopped log goes on.
     */
    void tell(Alert decided) {
        evidence.referralsIn(decided.content().evidence()).stream().map(referral -> referral.account().agency()).distinct().forEach(agency -> tell(decided, agency));
    }

    /** As above, one agency alone. */
    void tell(Alert decided, String agency) {
        List<PersonFlags> flags = people.flagsOf(decided);
        Set<Heard> heard = EnumSet.noneOf(Heard.class);
        for (EvidenceStore.Referral referral : evidence.referralsIn(decided.content().evidence())) {
            if (referral.account().agency().equals(agency)) {
                heard.add(keep(decided, referral.account(), flags, new OutcomeText(OUTCOME, decided.ref(), OutcomeNote.text(referral.sourceRef(), decided))));
            }
        }
        if (heard.contains(Heard.WAITS) || heard.contains(Heard.REFUSED) && people.hasNoneInForce(agency)) {
            awaited.await(decided.ref(), agency, What.OUTCOME, clock.now());
        } else {
            awaited.settle(decided.ref(), agency, What.OUTCOME);
        }
    }

    /** Keeps a file that takes an outcome back. */
    Heard recall(Alert withdrawn, RecallStore.OutcomeTold told, List<PersonFlags> flags) {
        return keep(withdrawn, told.account(), flags, new OutcomeText(RECALL, withdrawn.ref(), RecallNote.text(told.body(), clock.now())));
    }

    private Heard keep(Alert alert, AccountName account, List<PersonFlags> flags, OutcomeText text) {
        DisclosureRequest request = OutcomeNote.request(alert, account.agency(), flags);
        if (request.subjects().isEmpty()) {
            return Heard.REFUSED;
        }
        Disclosure<OutcomeText> answer = disclosure.disclose(request, allowance -> text);
        if (answer instanceof Disclosed<OutcomeText> disclosed) {
            files.add(account, disclosed, clock.now());
            events.publishEvent(new OutcomeFilled());
        }
        return Heard.of(answer);
    }
}
