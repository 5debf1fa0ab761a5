package org.earlyhelp.hub.need.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.engine.FamilyFacts.MarkedMonth;

/**
 * One family from one moment of the past to the next, the last being now with all facts: what {@link FactsAsOf} says of
 * each, with records and registers put together no more often than they change. To be asked in the order of moments. Pure;
 * not thread-safe.
 */
public final class FamilyPast {
    private final FamilyFacts facts;
    private final List<Instant> moments;
    private final Registers registers;
    private final TreeSet<Instant> observed = new TreeSet<>();
    private final TreeSet<LocalDate> marked = new TreeSet<>();
    private View newest;

    /** The family at one moment; facts and histories tell the same. */
    record View(FamilyFacts facts, List<PersonHistory> histories) {
        View {
            histories = List.copyOf(histories);
        }
    }

    /** {@code moments} oldest first, at least one. */
    public FamilyPast(FamilyFacts facts, List<Instant> moments) {
        this.facts = facts;
        this.moments = List.copyOf(moments);
        this.registers = new Registers(facts);
        facts.records().forEach(record -> observed.add(record.observedAt()));
        facts.attendance().forEach(this::addMarkedDays);
    }

    private void addMarkedDays(MarkedMonth month) {
        String marks = month.marks();
        for (int i = 0; i < marks.length(); i++) {
            if (marks.charAt(i) != ' ') {
                marked.add(month.month().plusDays(i / 2));
            }
        }
    }

    /** The moment of that step, counted from 0. */
    Instant moment(int step) {
        return moments.get(step);
    }

    /** Whether anything was observed, or any register went on, after the step before and up to this one; true for the first. */
    boolean grewTo(int step) {
        if (step == 0) {
            return true;
        }
        Instant next = observed.higher(moments.get(step - 1));
        LocalDate nextMark = marked.higher(day(step - 1));
        boolean isObserved = next != null && (isNow(step) || !next.isAfter(moments.get(step)));
        boolean isMarked = nextMark != null && (isNow(step) || !nextMark.isAfter(day(step)));
        return isObserved || isMarked || reachesBeyond(day(step - 1));
    }

    /** Until when a school has sent marks is cut off at each day of the past, so it moves with the day. */
    private boolean reachesBeyond(LocalDate day) {
        return facts.registerEnds().values().stream().anyMatch(end -> end.isAfter(day));
    }

    View at(int step) {
        FamilyFacts then = isNow(step) ? facts : FactsAsOf.of(facts, moments.get(step));
        LocalDate until = isNow(step) ? LocalDate.MAX : day(step);
        boolean hasSameRecords = newest != null && newest.facts().records().size() == then.records().size();
        newest = new View(then, hasSameRecords ? newest.histories().stream().map(history -> history.until(until)).toList()
                : PersonHistory.of(then, registers, until));
        return newest;
    }

    private boolean isNow(int step) {
        return step == moments.size() - 1;
    }

    private LocalDate day(int step) {
        return London.dateOf(moments.get(step));
    }
}
