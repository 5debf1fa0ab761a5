package org.earlyhelp.hub.need.engine;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.engine.FamilyFacts.MarkedMonth;
import org.earlyhelp.hub.need.rules.HarmRule;
import org.earlyhelp.hub.need.rules.NeedRule;
import org.earlyhelp.hub.need.rules.RuleExample;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.Fact;
import org.earlyhelp.hub.person.Role;

/**
 * Tries the golden cases that stand beside the rules, those of rules that are off too. What a changed figure breaks is
 * named by rule and case.
 */
public final class RuleExamples {
    private static final long CHILD = 1;
    private static final String SCHOOL = "999001";
    private static final int SESSIONS_A_MONTH = 62;
    private static final String NOTHING = "nothing";
    private static final String UNDECIDED = "undecided";
    private static final String ANY = "any sentence";

    private final Rules rules;

    /** An example that does not come out as written; its text is one plain sentence. */
    public record Failure(String rule, String example, String expected, String found) {
        @Override
        public String toString() {
            return rule + ", \"" + example + "\": expected " + expected + ", found " + found;
        }
    }

    /** The examples stand in the rules themselves. */
    public RuleExamples(Rules rules) {
        this.rules = rules;
    }

    /** What does not come out as its example says; empty when all do. */
    public List<Failure> failures() {
        List<Failure> failures = new ArrayList<>();
        for (NeedRule rule : rules.needs()) {
            rule.examples().forEach(example -> failure(rule, example).ifPresent(failures::add));
        }
        for (HarmRule rule : rules.harmTests()) {
            rule.examples().forEach(example -> failure(rule, example).ifPresent(failures::add));
        }
        rules.alerts().forEach(rule -> failures.addAll(new AlertExamples(rules).failures(rule)));
        return failures;
    }

    private Optional<Failure> failure(NeedRule rule, RuleExample example) {
        FamilyFacts facts = facts(example);
        Doubts doubts = new Doubts();
        NeedTests tests = new NeedTests(facts, rules.calendar(), new Moment(example.now()), doubts);
        Optional<String> found = tests.test(rule, PersonHistory.of(facts).get(0)).map(shown -> outcome(shown.grade(), shown.fact(), example));
        return difference(rule.id(), example, found, doubts);
    }

    private Optional<Failure> failure(HarmRule rule, RuleExample example) {
        Doubts doubts = new Doubts();
        HarmTests tests = new HarmTests(new Moment(example.now()), doubts);
        Optional<String> found = tests.test(rule, PersonHistory.of(facts(example)).get(0)).stream().findFirst()
                .map(shown -> outcome("", shown.fact(), example));
        return difference(rule.id(), example, found, doubts);
    }

    private static Optional<Failure> difference(String rule, RuleExample example, Optional<String> holding, Doubts doubts) {
        String expected = switch (example.expected()) {
            case HOLDS -> outcome(example.grade(), example.sentence() == null ? ANY : example.sentence(), example);
            case NONE -> NOTHING;
            case UNDECIDED -> UNDECIDED;
        };
        String found = holding.orElse(doubts.undecided().isEmpty() ? NOTHING : UNDECIDED);
        return expected.equals(found) ? Optional.empty() : Optional.of(new Failure(rule, example.title(), expected, found));
    }

    /** An example that names no sentence takes any. */
    private static String outcome(String grade, String sentence, RuleExample example) {
        return (grade.isEmpty() ? "" : grade + " ") + "\"" + (example.sentence() == null ? ANY : sentence) + "\"";
    }

    private static FamilyFacts facts(RuleExample example) {
        List<HeldRecord> records = new ArrayList<>();
        List<MarkedMonth> months = new ArrayList<>();
        for (RuleExample.Given given : example.given()) {
            HeldRecord record = record(records.size() + 1L, given, example.now());
            records.add(record);
            if (given.marks() != null) {
                months.addAll(months(record.id(), given.from(), given.marks()));
            }
        }
        Map<String, LocalDate> ends = new HashMap<>();
        if (example.registerEnd() != null) {
            records.forEach(record -> ends.put(SchoolKey.of(record.agency(), SCHOOL), example.registerEnd()));
        }
        Member child = new Member(CHILD, "P-EXAMPLE", true, example.born(), null, example.unborn(), false, false, false, null, null);
        return new FamilyFacts(1, "F-EXAMPLE", List.of(child), List.of(), records, months, ends);
    }

    private static HeldRecord record(long id, RuleExample.Given given, Instant now) {
        Fact fact = given.marks() == null ? given.fact() : new AttendanceDay(null, SCHOOL, null, given.from(), null, null);
        List<HeldRecord.Mentioned> child = List.of(new HeldRecord.Mentioned(CHILD, Role.CHILD, 0, "CERTAIN", List.of()));
        return new HeldRecord(id, "EXAMPLE" + id, given.agency(), "example", given.ref(), given.version(), fact,
                given.from() == null ? now : London.startOf(given.from()), now, List.of(), child);
    }

    /** Two letters a weekday from the day on, as the months that hold them. */
    private static List<MarkedMonth> months(long record, LocalDate from, String marks) {
        Map<LocalDate, StringBuilder> months = new HashMap<>();
        LocalDate day = from;
        for (int i = 0; i + 1 < marks.length(); i += 2) {
            while (day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()) {
                day = day.plusDays(1);
            }
            int at = 2 * (day.getDayOfMonth() - 1);
            months.computeIfAbsent(day.withDayOfMonth(1), none -> new StringBuilder(" ".repeat(SESSIONS_A_MONTH)))
                    .replace(at, at + 2, marks.substring(i, i + 2));
            day = day.plusDays(1);
        }
        return months.entrySet().stream().map(entry -> new MarkedMonth(record, entry.getKey(), entry.getValue().toString())).toList();
    }
}
