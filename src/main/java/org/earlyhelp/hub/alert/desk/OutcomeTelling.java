package org.earlyhelp.hub.alert.desk;

import java.util.List;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.message.OutcomeNote;
import org.earlyhelp.hub.alert.message.PersonFlags;
import org.earlyhelp.hub.alert.storage.EvidenceStore;
import org.earlyhelp.hub.alert.storage.OutcomeFileStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.Allowance;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.Disclosure;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells each agency whose missing notice or domestic-abuse referral is in an alert what was decided, by its own reference only. */
@Component
public class OutcomeTelling {
    private static final String OUTCOME = "outcome";
    private final DisclosureDesk disclosure;
    private final EvidenceStore evidence;
    private final OutcomeFileStore files;
    private final AlertTelling people;
    private final HubClock clock;
    private final ApplicationEventPublisher events;

    public OutcomeTelling(DisclosureDesk disclosure, EvidenceStore evidence, OutcomeFileStore files, AlertTelling people, HubClock clock,
                          ApplicationEventPublisher events) {
        this.disclosure = disclosure;
        this.evidence = evidence;
        this.files = files;
        this.people = people;
        this.clock = clock;
        this.events = events;
    }

    /** Keeps one file for each referral, in the caller's transaction; what the policy refuses is in the sharing log. */
    void tell(Alert decided) {
        List<PersonFlags> flags = people.flagsOf(decided);
        for (EvidenceStore.Referral referral : evidence.referralsIn(decided.content().evidence())) {
            Disclosure<String> answer = disclosure.disclose(OutcomeNote.request(decided, referral.agency(), flags),
                    allowance -> OutcomeNote.text(referral.sourceRef(), decided));
            if (answer instanceof Disclosed<String> disclosed && letsOutcomeOut(disclosed.allowance(), referral.agency())) {
                files.add(referral.agency(), disclosed, clock.now());
                events.publishEvent(new OutcomeFilled());
            }
        }
    }

    private static boolean letsOutcomeOut(Allowance allowance, String agency) {
        return !allowance.entries().isEmpty()
                && allowance.entries().stream().allMatch(entry -> allowance.allows(entry.person(), agency + ":" + OUTCOME));
    }
}
