package org.earlyhelp.hub.linkage.compare;

/** How a stated age and a date of birth, or two ages, stand to each other. */
public enum AgeLevel implements ComparisonLevel {
    AGREES("the age fits the date of birth"),
    CONTRADICTS("the age contradicts the date of birth");

    private final String words;

    AgeLevel(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
