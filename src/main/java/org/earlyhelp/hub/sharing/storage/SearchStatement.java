package org.earlyhelp.hub.sharing.storage;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.audit.Decided;
import org.earlyhelp.hub.sharing.audit.LogFilter;
import org.earlyhelp.hub.sharing.audit.LogFilter.About;
import org.earlyhelp.hub.sharing.audit.LogPlace;
import org.earlyhelp.hub.sharing.log.EntryColumns;

/** The condition that a filter makes, with its named values. Every column it names leads an index. */
record SearchStatement(String where, Map<String, Object> values) {
    /** Standings and kinds stand in the text, so that the planner sees which partial index serves. */
    private static final Map<LogFilter.Standing, String> STANDINGS = Map.of(LogFilter.Standing.IN_FORCE, "IN_FORCE", LogFilter.Standing.GRACE, "GRACE",
            LogFilter.Standing.NONE, EntryColumns.NO_AGREEMENT_IN_FORCE);

    static SearchStatement of(LogFilter filter, LogPlace after) {
        List<String> tests = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        about(filter.about(), tests, values);
        equal("recipient", filter.recipient(), tests, values);
        equal("source", filter.source(), tests, values);
        equal("basis", filter.basis(), tests, values);
        if (filter.standing() != null) {
            tests.add("standing = '" + STANDINGS.get(filter.standing()) + "'");
        }
        equal("who", filter.who(), tests, values);
        equal("kind", filter.kind() == null ? null : filter.kind().name(), tests, values);
        if (filter.decided() != null) {
            tests.add(decided(filter.decided()));
        }
        days(filter.from(), filter.to(), tests, values);
        if (after != null) {
            tests.add("(at, ordinal) < (:afterAt, :afterOrdinal)");
            values.put("afterAt", Timestamp.from(after.at()));
            values.put("afterOrdinal", after.ordinal());
        }
        return new SearchStatement(tests.isEmpty() ? "true" : String.join(" AND ", tests), values);
    }

    private static void equal(String column, String value, List<String> tests, Map<String, Object> values) {
        if (value != null) {
            tests.add(column + " = :" + column);
            values.put(column, value);
        }
    }

    private static String decided(Decided decided) {
        return switch (decided) {
            case SHARED -> "kind IN " + names(Decided.DISCLOSING) + " AND withheld = 0";
            case WITHHELD_IN_PART -> "kind IN " + names(Decided.DISCLOSING) + " AND withheld > 0";
            case REFUSED -> "kind = 'REFUSED'";
            case NOT_SHARED -> "kind = 'NOT_SHARED'";
            case NOTHING_ASKED -> "kind IN ('RECEIVED', 'MATCHED', 'CORRECTED', 'ERASED')";
        };
    }

    static String names(Set<ActKind> kinds) {
        return kinds.stream().map(Enum::name).sorted().collect(Collectors.joining("', '", "('", "')"));
    }

    private static void about(List<About> about, List<String> tests, Map<String, Object> values) {
        List<String> spans = new ArrayList<>();
        for (int i = 0; i < about.size(); i++) {
            List<String> span = new ArrayList<>(List.of("person = :person" + i));
            values.put("person" + i, about.get(i).person());
            bound("at >= :since" + i, "since" + i, about.get(i).since(), span, values);
            bound("at < :until" + i, "until" + i, about.get(i).until(), span, values);
            spans.add(String.join(" AND ", span));
        }
        if (!spans.isEmpty()) {
            tests.add(spans.stream().collect(Collectors.joining(" OR ", "(", ")")));
        }
    }

    private static void days(LocalDate from, LocalDate to, List<String> tests, Map<String, Object> values) {
        bound("at >= :from", "from", from == null ? null : London.startOf(from), tests, values);
        bound("at < :to", "to", to == null ? null : London.startOf(to.plusDays(1)), tests, values);
    }

    private static void bound(String test, String name, Instant at, List<String> tests, Map<String, Object> values) {
        if (at != null) {
            tests.add(test);
            values.put(name, Timestamp.from(at));
        }
    }
}
