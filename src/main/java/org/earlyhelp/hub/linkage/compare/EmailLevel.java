package org.earlyhelp.hub.linkage.compare;

/** How alike two e-mail addresses are. */
public enum EmailLevel implements ComparisonLevel {
    EXACT("the same"),
    CLOSE("nearly the same"),
    ONE_HALF("the same before or after the @"),
    SIMILAR("alike before the @"),
    DIFFERENT("different");

    private final String words;

    EmailLevel(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
