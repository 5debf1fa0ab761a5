package org.earlyhelp.hub.web.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.earlyhelp.hub.alert.HelpFigures.ChildAtLevelFour;
import org.earlyhelp.hub.alert.Outcome;
import org.earlyhelp.hub.web.counts.CountList;

/** Of the children now at level 4: how many agencies know them, for how long, and what help there was before. */
record LevelFour(List<Part> parts) {
    private static final int MANY_AGENCIES = 4;
    private static final int SIX_WEEKS_DAYS = 42;
    private static final int SIX_MONTHS = 6;
    private static final List<String> AGENCIES = List.of("No agency", "1 agency", "2 agencies", "3 agencies", "4 agencies or more");
    private static final List<String> TIMES = List.of("Less than 6 weeks", "6 weeks to 6 months", "6 to 12 months", "A year or more", "No record of their own");
    private static final List<String> HELP = List.of("Intensive support", "Team around the family", "A service already worked with the family",
            "Alternative help suggested", "None that the hub knows");

    /** One way of parting the same children. */
    record Part(String id, String heading, String first, CountList list) {
    }

    LevelFour {
        parts = List.copyOf(parts);
    }

    static LevelFour of(List<ChildAtLevelFour> children, LocalDate today) {
        return new LevelFour(List.of(
                part("agencies", "Known to how many agencies", "Known to", AGENCIES, children, child -> AGENCIES.get(Math.min(child.agencies(), MANY_AGENCIES))),
                part("known-for", "Known for how long", "Known for", TIMES, children, child -> knownFor(child.knownSince(), today)),
                part("help-before", "With what help before", "Help before", HELP, children, LevelFour::helpBefore)));
    }

    private static Part part(String id, String heading, String first, List<String> names, List<ChildAtLevelFour> children,
                             Function<ChildAtLevelFour, String> nameOf) {
        Map<String, Long> counts = children.stream().collect(Collectors.groupingBy(nameOf, Collectors.counting()));
        return new Part(id, heading, first, CountList.of(names, name -> counts.getOrDefault(name, 0L)));
    }

    private static String knownFor(LocalDate since, LocalDate today) {
        if (since == null) {
            return TIMES.get(4);
        }
        if (since.plusDays(SIX_WEEKS_DAYS).isAfter(today)) {
            return TIMES.get(0);
        }
        if (since.plusMonths(SIX_MONTHS).isAfter(today)) {
            return TIMES.get(1);
        }
        return since.plusYears(1).isAfter(today) ? TIMES.get(2) : TIMES.get(3);
    }

    /** The strongest that there was. */
    private static String helpBefore(ChildAtLevelFour child) {
        if (child.decisions().contains(Outcome.INTENSIVE)) {
            return HELP.get(0);
        }
        if (child.decisions().contains(Outcome.EMERGING)) {
            return HELP.get(1);
        }
        if (child.helped()) {
            return HELP.get(2);
        }
        return child.decisions().contains(Outcome.UNIVERSAL) ? HELP.get(3) : HELP.get(4);
    }
}
