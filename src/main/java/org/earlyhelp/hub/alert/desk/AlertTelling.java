package org.earlyhelp.hub.alert.desk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.AgencyNames;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.life.MessageType;
import org.earlyhelp.hub.alert.message.AlertDisclosure;
import org.earlyhelp.hub.alert.message.AlertMessage;
import org.earlyhelp.hub.alert.message.AlertNews;
import org.earlyhelp.hub.alert.message.PersonFlags;
import org.earlyhelp.hub.alert.storage.EvidenceStore;
import org.earlyhelp.hub.alert.storage.NoticeStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.Need;
import org.springframework.stereotype.Component;

/** Tells the front door of an alert: one message on its queue, in the transaction of what happened. */
@Component
public class AlertTelling {
    private final Outbox outbox;
    private final EvidenceStore evidence;
    private final NoticeStore notices;
    private final AgencyNames names;
    private final HubSource source;
    private final HubClock clock;

    public AlertTelling(Outbox outbox, EvidenceStore evidence, NoticeStore notices, AgencyNames names, HubSource source, HubClock clock) {
        this.outbox = outbox;
        this.evidence = evidence;
        this.notices = notices;
        this.names = names;
        this.source = source;
        this.clock = clock;
    }

    /** Tells; where the policy lets nothing leave the alert still stands in the inbox and the manager has a notice. */
    void tell(Alert alert, MessageType type) {
        AlertNews news = new AlertNews(alert, type, Ids.ulid(clock), clock.now(), source.uri(), flagsOf(alert), evidence.disputedAmong(evidenceOf(alert)));
        if (!outbox.put(AlertDisclosure.request(alert, news.people()), allowance -> AlertMessage.render(news, allowance, names))) {
            notices.tellManager(alert.ref(), "not-sent-v" + alert.version(), "The sharing rules let nothing of this alert go to its queue: read it here.", clock.now());
        }
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
}
