package org.earlyhelp.hub.linkage.compare;

/** How alike two words of any other kind are: towns, middle names, occupations. */
public enum TextLevel implements ComparisonLevel {
    EXACT("the same"),
    CLOSE("nearly the same"),
    DIFFERENT("different");

    private final String words;

    TextLevel(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
