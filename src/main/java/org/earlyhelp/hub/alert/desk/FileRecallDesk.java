package org.earlyhelp.hub.alert.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.earlyhelp.hub.alert.FileRecall;
import org.earlyhelp.hub.alert.Recall;
import org.earlyhelp.hub.alert.message.WhoWasTold;
import org.earlyhelp.hub.alert.storage.FileRecallStore;
import org.earlyhelp.hub.alert.storage.FileRecallStore.Named;
import org.earlyhelp.hub.intake.FileRecalled;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears that a file is about to be undone, in that transaction: lists from the sharing log who was told of its people since it
 * came, so that each is told, and writes the correction of each person into the log. What rests on the file is withdrawn, and
 * recalled, by the assessments that follow.
 */
@Component
class FileRecallDesk {
    private static final Recipient HUB = Recipient.role("hub", null);
    private final FileRecallStore store;
    private final LogReading log;
    private final DisclosureDesk desk;
    private final HubClock clock;

    FileRecallDesk(FileRecallStore store, LogReading log, DisclosureDesk desk, HubClock clock) {
        this.store = store;
        this.log = log;
        this.desk = desk;
        this.clock = clock;
    }

    private record Way(String kind, String name, String who, String act, String channel) {
    }

    @EventListener
    public void on(FileRecalled news) {
        List<Named> named = store.namedIn(news.records());
        Map<Way, Set<String>> people = new LinkedHashMap<>();
        Map<Way, Instant> last = new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        for (Named one : named) {
            for (Recall.Told told : WhoWasTold.of(log.entriesSince(one.person(), news.since()))) {
                Way way = new Way(told.kind(), told.name(), told.who(), told.act(), told.channel());
                people.computeIfAbsent(way, any -> new TreeSet<>()).add(one.person());
                last.merge(way, told.lastAt(), (before, now) -> now.isAfter(before) ? now : before);
            }
        }
        List<FileRecall.Told> told = new ArrayList<>();
        people.forEach((way, of) -> told.add(new FileRecall.Told(way.kind(), way.name(), way.who(), way.act(), way.channel(), List.copyOf(of), last.get(way))));
        store.add(new FileRecall(news.recall(), news.file(), news.agency(), news.feed(), named.size(), clock.now(), told));
        desk.note(named.stream().map(one -> corrected(news, one)).toList());
    }

    private static Act corrected(FileRecalled news, Named named) {
        return new Act(ActKind.CORRECTED, named.person(), HUB, Purpose.EARLY_HELP, news.agency(), classes(named), Set.of("record"),
                Map.of("file", news.file(), "recall", news.recall(), "reason", "The sender recalled the file."));
    }

    private static Set<DataClass> classes(Named named) {
        Set<DataClass> classes = EnumSet.of(DataClass.IDENTITY);
        named.factKinds().forEach(kind -> classes.add(switch (kind) {
            case "MISSING" -> DataClass.MISSING;
            case "ATTENDANCE" -> DataClass.EDUCATION;
            case "HEALTH" -> DataClass.HEALTH;
            case "DOMESTIC_ABUSE" -> DataClass.DOMESTIC_ABUSE;
            case "INVOLVEMENT" -> DataClass.INVOLVEMENT;
            default -> DataClass.SAFEGUARDING;
        }));
        return classes;
    }
}
