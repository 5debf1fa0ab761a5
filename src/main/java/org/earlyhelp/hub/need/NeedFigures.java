package org.earlyhelp.hub.need;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Needs as figures: counts without anybody's reference. Small counts are in here; whoever shows them conceals them. A family with a
 * hidden place counts under {@code withheld} and never under its locality.
 */
public interface NeedFigures {
    /** So many needs whose earliest evidence is of that month, by where the family lives now. */
    record Begun(YearMonth month, String locality, long needs) {
    }

    /** So many children who have a need now. */
    record InNeed(String locality, long children) {
    }

    /** Needs that began with evidence of that day or later, ended ones too; each once a person, need and month. */
    List<Begun> begun(LocalDate from);

    /** Children with at least one need that holds now, by locality. */
    List<InNeed> childrenInNeed();

    /** Since when it is known when needs begin and end; empty while none was ever kept. */
    Optional<Instant> knownSince();
}
