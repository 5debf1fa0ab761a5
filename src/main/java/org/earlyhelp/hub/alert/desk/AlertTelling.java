package org.earlyhelp.hub.alert.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.AgencyNames;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AwaitedAgreements.What;
import org.earlyhelp.hub.alert.life.MessageType;
import org.earlyhelp.hub.alert.message.AlertDisclosure;
import org.earlyhelp.hub.alert.message.AlertMessage;
import org.earlyhelp.hub.alert.message.AlertNews;
import org.earlyhelp.hub.alert.message.OutboxMessage;
import org.earlyhelp.hub.alert.message.PersonFlags;
import org.earlyhelp.hub.alert.storage.AwaitedStore;
import org.earlyhelp.hub.alert.storage.EvidenceStore;
import org.earlyhelp.hub.alert.storage.HeldMessageStore;
import org.earlyhelp.hub.alert.storage.NoticeStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.sharing.Agreement.Standing;
import org.earlyhelp.hub.sharing.Agreements;
import org.earlyhelp.hub.sharing.Allowance;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.Disclosure;
import org.earlyhelp.hub.sharing.policy.DisclosurePolicy;
import org.springframework.stereotype.Component;

/** Tells the front door of an alert: one message on its queue, in the transaction of what happened. */
@Component
public class AlertTelling {
    private final Outbox outbox;
    private final EvidenceStore evidence;
    private final NoticeStore notices;
    private final HeldMessageStore held;
    private final AwaitedStore awaited;
    private final AgencyNames names;
    private final Agreements agreements;
    private final HubSource source;
    private final HubClock clock;

    public AlertTelling(Outbox outbox, EvidenceStore evidence, NoticeStore notices, HeldMessageStore held, AwaitedStore awaited, AgencyNames names, Agreements agreements,
                        HubSource source, HubClock clock) {
        this.outbox = outbox;
        this.evidence = evidence;
        this.notices = notices;
        this.held = held;
        this.awaited = awaited;
        this.names = names;
        this.agreements = agreements;
        this.source = source;
        this.clock = clock;
    }

    /**
     * Tells. Where the policy lets nothing leave, the alert still stands in the inbox, its message is held and the manager
     * has a notice. An alert of which nobody was ever told ends without a message.
     */
    void tell(Alert alert, MessageType type) {
        boolean unheardOf = held.isHeld(alert.ref()) && !held.wasTold(alert.ref());
        if (unheardOf && !isNews(type)) {
            held.settle(alert.ref(), false, clock.now());
            return;
        }
        if (unheardOf && alert.content().needs().isEmpty() && alert.content().harmTests().isEmpty()) {
            return;
        }
        AlertNews news = new AlertNews(alert, unheardOf ? MessageType.RAISED : type, Ids.ulid(clock), clock.now(), source.uri(), flagsOf(alert), evidence.disputedAmong(evidenceOf(alert)));
        Disclosure<OutboxMessage> answer = outbox.put(AlertDisclosure.request(news), allowance -> AlertMessage.render(news, allowance, names));
        if (answer instanceof Disclosure.Refused<OutboxMessage> refused) {
            held.hold(alert.ref(), alert.queue().queueName(), refused.reason(), refused.entry(), clock.now());
            notices.tellManager(alert.ref(), "not-sent-v" + alert.version(), "The sharing rules let nothing of this alert go to its queue: read it here.", clock.now());
        } else if (answer instanceof Disclosed<OutboxMessage> disclosed) {
            held.settle(alert.ref(), true, clock.now());
            noteKeptBack(alert, disclosed.allowance());
        }
    }

    /** Facts of an agency whose agreement is not in force are told as a further version when it is again. */
    private void noteKeptBack(Alert alert, Allowance allowance) {
        Set<String> agencies = alert.status().isOpen() ? AlertDisclosure.keptBack(alert.content(), allowance) : Set.of();
        List<String> waiting = agencies.stream().filter(this::hasNoneInForce).toList();
        awaited.keepFactsOf(alert.ref(), waiting);
        waiting.forEach(agency -> awaited.await(alert.ref(), agency, What.FACTS, clock.now()));
    }

    /** Whether that agency's agreement lets nothing go today for its dates alone. */
    boolean hasNoneInForce(String agency) {
        return agreements.agreementOf(agency).map(agreement -> agreement.standingOn(clock.today()))
                .filter(standing -> standing == Standing.IN_FORCE || standing == Standing.GRACE).isEmpty();
    }

    /** Whether the policy would let the alert's message go today; nothing is told and nothing logged. */
    boolean mayTell(Alert alert, MessageType type) {
        AlertNews news = new AlertNews(alert, type, Ids.ulid(clock), clock.now(), source.uri(), flagsOf(alert), evidence.disputedAmong(evidenceOf(alert)));
        return !DisclosurePolicy.decide(AlertDisclosure.request(news), agreements, clock.today()).isRefused();
    }

    private static Set<String> evidenceOf(Alert alert) {
        return Stream.concat(alert.content().needs().stream().map(Need::evidence), alert.content().harmTests().stream().map(HarmTest::evidence))
                .flatMap(List::stream).collect(Collectors.toSet());
    }

    /** Whoever is merged by now is as protected as the person that stands for them. */
    List<PersonFlags> flagsOf(Alert alert) {
        Map<String, String> standing = evidence.standingFor(alert.content().people());
        Map<String, PersonFlags> flags = evidence.flagsOf(standing.values()).stream().collect(Collectors.toMap(PersonFlags::person, each -> each));
        return alert.content().people().stream().filter(standing::containsKey).map(person -> flags.get(standing.get(person)).of(person)).toList();
    }

    private static boolean isNews(MessageType type) {
        return type == MessageType.RAISED || type == MessageType.UPDATED;
    }
}
