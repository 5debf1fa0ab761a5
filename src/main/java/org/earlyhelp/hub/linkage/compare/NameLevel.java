package org.earlyhelp.hub.linkage.compare;

/** How alike two forenames or two surnames are; the last three are found by comparing the one with the other. */
public enum NameLevel implements ComparisonLevel {
    EXACT("the same"),
    PART("one is part of the other"),
    NICKNAME("a short form or another spelling of the same name"),
    INITIAL("the same initial"),
    CLOSE("one slip of the hand apart"),
    SIMILAR("alike in sound or spelling"),
    WEAK("a little alike"),
    DIFFERENT("different"),
    SWAPPED("forename and surname in each other's place"),
    SWAPPED_CLOSE("forename and surname in each other's place, nearly"),
    CROSSED("the only name of one is the other name of the other");

    private final String words;

    NameLevel(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
