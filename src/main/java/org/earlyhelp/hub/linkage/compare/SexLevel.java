package org.earlyhelp.hub.linkage.compare;

/** Whether the sex agrees. */
public enum SexLevel implements ComparisonLevel {
    EXACT("the same"),
    DIFFERENT("different");

    private final String words;

    SexLevel(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
