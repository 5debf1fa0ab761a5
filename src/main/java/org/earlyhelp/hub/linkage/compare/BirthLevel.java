package org.earlyhelp.hub.linkage.compare;

/** How alike two dates of birth are. */
public enum BirthLevel implements ComparisonLevel {
    EXACT("the same"),
    ONE_SLIP("one digit off, or day and month exchanged"),
    TWO_PARTS("two of day, month and year agree"),
    NEAR("at most 40 days apart"),
    TWO_DIGITS("two digits off"),
    SAME_YEAR("the same year, or less than a year apart"),
    DIFFERENT("different");

    private final String words;

    BirthLevel(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
