package org.earlyhelp.hub.linkage.compare;

/** How alike two identifiers or telephone numbers are. */
public enum NumberLevel implements ComparisonLevel {
    EXACT("the same"),
    ONE_SLIP("one digit off"),
    DIFFERENT("different");

    private final String words;

    NumberLevel(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
