package org.earlyhelp.hub.cli.bench.identity;

import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.linkage.Describer;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.person.Mention;

/** A made-up record and whom it mentions, all seen on one day. */
record BenchRecord(String agency, String feed, String sourceRef, List<Mention> mentions) {
    static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    List<Description> describe() {
        return Describer.describe(agency, feed, sourceRef, DAY, mentions);
    }
}
