package org.earlyhelp.hub.cli.bench.alerts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.cli.bench.borough.ComposedBorough;
import org.earlyhelp.hub.cli.bench.borough.LinkingRun;
import org.earlyhelp.hub.cli.feeds.Arrival;
import org.earlyhelp.hub.need.engine.FamilyFacts.MarkedMonth;
import org.earlyhelp.hub.need.engine.HeldFacts;
import org.earlyhelp.hub.need.engine.HeldRecord;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.Mention;

/** All records of a borough in the form in which the rules read them. */
final class BoroughFacts {
    /** Who a mention is, and how surely. */
    interface Links {
        /** A person's number; never 0. */
        long personOf(long mention);

        /** As {@link HeldRecord.Mentioned#match()}. */
        String matchOf(long mention);
    }

    private final LinkingRun run;
    private final Links links;

    BoroughFacts(LinkingRun run, Links links) {
        this.run = run;
        this.links = links;
    }

    HeldFacts all() {
        Map<String, Integer> newest = ComposedBorough.newestVersions(run);
        List<HeldRecord> records = new ArrayList<>();
        Set<Long> current = new HashSet<>();
        Map<Long, List<MarkedMonth>> marks = new HashMap<>();
        for (Arrival record : run.records()) {
            records.add(held(record));
            if (record.version() == newest.get(record.source())) {
                current.add(record.id());
            }
            if (record.told().fact() instanceof AttendanceDay) {
                marks.put(record.id(), record.told().marks().stream().map(month -> new MarkedMonth(record.id(), month.first(), month.marks())).toList());
            }
        }
        return new HeldFacts(HeldFacts.byPerson(records, current), marks, Map.of());
    }

    private HeldRecord held(Arrival record) {
        return new HeldRecord(record.id(), "R-" + record.id(), record.agency(), record.feed(), record.sourceRef(), record.version(), record.told().fact(),
                record.observedAt(), record.observedAt(), record.told().notes(), record.mentions().stream().map(mention -> mentioned(record, mention)).toList());
    }

    private HeldRecord.Mentioned mentioned(Arrival record, Mention mention) {
        long id = record.mentionId(mention);
        return new HeldRecord.Mentioned(links.personOf(id), mention.role(), mention.index(), links.matchOf(id), mention.person().notes());
    }
}
