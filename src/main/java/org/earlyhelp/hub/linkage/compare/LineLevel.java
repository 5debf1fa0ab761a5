package org.earlyhelp.hub.linkage.compare;

/** How alike two first lines of an address are. */
public enum LineLevel implements ComparisonLevel {
    EXACT("the same"),
    CLOSE("nearly the same"),
    SIMILAR("alike in part"),
    DIFFERENT("different");

    private final String words;

    LineLevel(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
