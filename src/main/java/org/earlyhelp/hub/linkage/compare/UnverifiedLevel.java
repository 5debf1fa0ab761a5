package org.earlyhelp.hub.linkage.compare;

/** How two NHS numbers stand to each other of which at least one is not verified; what two verified ones say, rules say. */
public enum UnverifiedLevel implements ComparisonLevel {
    AGREES("the same, but not verified"),
    CONFLICTS("different, but not verified");

    private final String words;

    UnverifiedLevel(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
