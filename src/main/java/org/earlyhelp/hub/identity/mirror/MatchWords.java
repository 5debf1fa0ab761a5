package org.earlyhelp.hub.identity.mirror;

/** How sure the hub is of who somebody is, in words for a sender. Stateless. */
public final class MatchWords {
    private MatchWords() {
    }

    /** How a record was recognised, for its sender. */
    public static String of(String match) {
        return switch (match) {
            case "CERTAIN" -> "recognised with certainty";
            case "PROBABLE" -> "recognised with high probability";
            case "REVIEW" -> "doubtful, a person looks at them";
            case "NEW" -> "not heard of before";
            default -> "not yet looked at";
        };
    }
}
