package org.earlyhelp.hub.need.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.earlyhelp.hub.person.AttendanceCode;
import org.earlyhelp.hub.person.MissingReport.RiskFlag;

/**
 * When a need holds: a kind of fact with its window, counts, flags and codes, or a combination of such. The list is
 * closed; a council picks from it and sets the figures. "Within N days" counts Europe/London dates, today minus N included.
 */
public sealed interface NeedCondition {
    /** The grades a need of this condition may have, lowest first; no grade is below all of them. */
    default List<String> grades() {
        return List.of();
    }

    /** The kinds of fact it is made of, whatever combines them. */
    default Stream<NeedCondition> leaves() {
        return Stream.of(this);
    }

    /** Whether a fact of some agency stands behind it whenever it holds: a need without evidence cannot be. */
    default boolean givesEvidence() {
        return true;
    }

    /** How a combination joins its parts. */
    enum Join { ALL, ANY, NONE }

    /** All, any or none of the parts hold for the same person. */
    record Combined(Join join, List<NeedCondition> parts) implements NeedCondition {
        /** Combinations within one another; deeper ones are refused, since nobody can read them. */
        public static final int DEPTH_LIMIT = 3;

        public Combined {
            parts = List.copyOf(parts);
        }

        @Override
        public List<String> grades() {
            return join == Join.NONE ? List.of() : parts.stream().flatMap(part -> part.grades().stream()).distinct().toList();
        }

        @Override
        public Stream<NeedCondition> leaves() {
            return parts.stream().flatMap(NeedCondition::leaves);
        }

        @Override
        public boolean givesEvidence() {
            return join == Join.ALL && parts.stream().anyMatch(NeedCondition::givesEvidence)
                    || join == Join.ANY && parts.stream().allMatch(NeedCondition::givesEvidence);
        }
    }

    /** At least so many facts of that kind. */
    record Counted(int atLeast, NeedCondition of) implements NeedCondition {
        @Override
        public List<String> grades() {
            return of.grades();
        }

        @Override
        public Stream<NeedCondition> leaves() {
            return of.leaves();
        }
    }

    /** The child is {@code fromYears} old or older and younger than {@code underYears}; only ever part of a combination. */
    record Age(int fromYears, int underYears) implements NeedCondition {
        @Override
        public boolean givesEvidence() {
            return false;
        }
    }

    /** A further condition that gives a need its grade while it holds. */
    record Graded(String grade, NeedCondition when) {
    }

    /** From {@code atLeast} events within {@code withinDays} the need has {@code grade}; {@code NONE} never. */
    record Repeat(String grade, int atLeast, int withinDays) {
        /** However many events there are. */
        public static final Repeat NONE = new Repeat("", Integer.MAX_VALUE, 0);

        List<String> grades() {
            return grade.isEmpty() ? List.of() : List.of(grade);
        }
    }

    /** A missing episode; with {@code flags}, only one that names any of them. */
    record MissingEpisode(int withinDays, Set<RiskFlag> flags, Repeat repeat) implements NeedCondition {
        @Override
        public List<String> grades() {
            return repeat.grades();
        }
    }

    /**
     * {@code missedTimes} x missed sessions reach the possible ones of the school year, once {@code possibleAtLeast} were
     * possible; graded when {@code gradedMissedTimes} x missed reach them.
     */
    record AbsenceShare(int missedTimes, int possibleAtLeast, String grade, int gradedMissedTimes) implements NeedCondition {
        @Override
        public List<String> grades() {
            return List.of(grade);
        }
    }

    /** {@code atLeast} sessions with any of the codes in the last {@code schoolWeeks} school weeks. */
    record CodedSessions(Set<AttendanceCode> codes, int atLeast, int schoolWeeks) implements NeedCondition {
    }

    /** A mandated review with one of {@code values}, and none with one of {@code endedBy} on that day or since. */
    record HealthReview(Set<String> values, Set<String> endedBy, int withinDays) implements NeedCondition {
    }

    /** An ASQ-3 area below cut-off, and no result of that area at or above it on that day or since. */
    record DevelopmentResult(int withinDays) implements NeedCondition {
    }

    /** One of the codes stands: recorded Y, and not N or deleted since. */
    record StandingCode(Set<String> codes) implements NeedCondition {
    }

    /** A referral that names the child or whose victim or alleged perpetrator is surely a parent, or a flagged episode. */
    record DomesticAbuse(int withinDays, Set<RiskFlag> episodeFlags, Repeat repeat) implements NeedCondition {
        @Override
        public List<String> grades() {
            return repeat.grades();
        }
    }

    /** An open concern with one of the codes; {@code grades} lowest first, empty = grades are not taken over. */
    record ConcernStated(Set<String> codes, int withinDays, List<String> grades, boolean aboutAdultsToo) implements NeedCondition {
    }

    /** {@code sessions} missed in a row, or a mark of {@code staleCode} older than {@code staleAfterSchoolDays} school days. */
    record AbsenceRun(int sessions, AttendanceCode staleCode, int staleAfterSchoolDays) implements NeedCondition {
    }

    /** No mark on any register for {@code schoolDays} school days though the last school has sent marks of others since. */
    record OffRegister(int schoolDays) implements NeedCondition {
    }

    /** An unborn child with one of the codes standing, or in a domestic-abuse referral within the window. */
    record UnbornConcern(Set<String> codes, int withinDays) implements NeedCondition {
    }

    /** A mandated review not recorded at all when the child is older than the days given for it. */
    record ReviewOverdue(Map<String, Integer> dueByDaysOfAge, int withinDays) implements NeedCondition {
    }
}
