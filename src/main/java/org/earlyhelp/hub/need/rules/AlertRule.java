package org.earlyhelp.hub.need.rules;

/** One alert rule of {@code alerts.yaml}, in the order of the file: the first that holds gives the alert its name. */
public record AlertRule(String id, int version, String title, boolean on, String queue, Condition condition) {
    /** When the rule holds; a closed list. */
    public sealed interface Condition {
    }

    /** The family is at exactly this level. */
    public record AtLevel(int level) implements Condition {
    }

    /** Needs of two different groups, one reported by one agency, one by another. */
    public record TwoAgencies() implements Condition {
    }

    /** A need that its own rule lets stand alone. */
    public record StandsAlone() implements Condition {
    }
}
