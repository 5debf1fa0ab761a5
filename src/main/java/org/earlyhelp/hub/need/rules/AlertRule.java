package org.earlyhelp.hub.need.rules;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One alert rule of {@code alerts.yaml}, in the order of the file: the first that holds gives the alert its name.
 *
 * @param serves     the outcomes it serves; never empty
 * @param supersedes rules of the same queue that are not named while this one holds
 */
public record AlertRule(String id, int version, String title, boolean on, String queue, Set<String> serves, Set<String> supersedes,
                        Condition condition, List<AlertExample> examples) {
    public AlertRule {
        serves = Set.copyOf(serves);
        supersedes = Set.copyOf(supersedes);
        examples = List.copyOf(examples);
    }

    /** When the rule holds; a closed list. */
    public sealed interface Condition {
        /** Whether it can hold at level 4 alone. */
        default boolean needsLevelFour() {
            return false;
        }

        /** Codes of needs it names. */
        default Stream<String> needs() {
            return Stream.empty();
        }
    }

    /** The family is at exactly this level. */
    public record AtLevel(int level) implements Condition {
        @Override
        public boolean needsLevelFour() {
            return level == 4;
        }
    }

    /** Needs of two different groups, one reported by one agency, one by another. */
    public record TwoAgencies() implements Condition {
    }

    /** A need that its own rule lets stand alone. */
    public record StandsAlone() implements Condition {
    }

    /** Somebody of the family has one of the needs; with {@code grades}, at one of them. */
    public record HasNeed(Set<String> codes, Set<String> grades) implements Condition {
        @Override
        public Stream<String> needs() {
            return codes.stream();
        }
    }

    /** At least so many groups of needs. */
    public record Groups(int atLeast) implements Condition {
    }

    /** All, any or none of the parts hold for the family; nested no deeper than {@link NeedCondition.Combined#DEPTH_LIMIT}. */
    public record Combined(NeedCondition.Join join, List<Condition> parts) implements Condition {
        public Combined {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean needsLevelFour() {
            return join == NeedCondition.Join.ALL && parts.stream().anyMatch(Condition::needsLevelFour)
                    || join == NeedCondition.Join.ANY && parts.stream().allMatch(Condition::needsLevelFour);
        }

        @Override
        public Stream<String> needs() {
            return parts.stream().flatMap(Condition::needs);
        }
    }
}
