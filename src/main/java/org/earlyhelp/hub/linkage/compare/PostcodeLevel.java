package org.earlyhelp.hub.linkage.compare;

/** How alike two postcodes are. */
public enum PostcodeLevel implements ComparisonLevel {
    EXACT("the same"),
    NEAR("one character off, or the same sector"),
    DISTRICT("the same district"),
    DIFFERENT("different");

    private final String words;

    PostcodeLevel(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
