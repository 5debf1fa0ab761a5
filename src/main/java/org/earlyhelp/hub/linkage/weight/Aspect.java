package org.earlyhelp.hub.linkage.weight;

/**
 * What a comparison speaks of, and with that whether two people of one household share it. Surname, place and
 * telephone say "one household" before they say "one person": their agreement among housemates is learned. The others
 * agree among housemates as by chance, but for twins and namesakes, for whom a least share is set.
 */
public enum Aspect {
    FORENAME("forename", false, 0.01, 0.003),
    SURNAME("surname", true, 0, 0.01),
    PLACE("address", true, 0, 0),
    /** Siblings of one birth are about one pair of siblings in a hundred (Office for National Statistics, births 2021). */
    BIRTH("date of birth", false, 0.008, 0.003),
    SEX("sex", false, 0, 0.003),
    MIDDLE_NAME("middle name", false, 0, 0),
    EMAIL("e-mail", false, 0, 0),
    PHONE("telephone", true, 0, 0.1),
    IDENTIFIER("identifier", false, 0, 0),
    /** Couples, and siblings born within a year or two: a guess on the safe side. */
    AGE("age", false, 0.15, 0.05),
    /** The number of the mother, or of a brother or sister, entered for a child: a guess on the safe side. */
    UNVERIFIED("unverified number", false, 0.01, 0.1),
    /** Brothers and sisters have the same ones. */
    PARENTS("parents named", true, 0, 0),
    OTHER("other", false, 0, 0);

    private final String words;
    private final boolean sharedAtHome;
    private final double leastAtHome;
    private final double leastDifference;

    Aspect(String words, boolean sharedAtHome, double leastAtHome, double leastDifference) {
        this.words = words;
        this.sharedAtHome = sharedAtHome;
        this.leastAtHome = leastAtHome;
        this.leastDifference = leastDifference;
    }

    /** For people, within a sentence. */
    public String words() {
        return words;
    }

    /** Whether two people of one household are expected to agree. */
    public boolean isSharedAtHome() {
        return sharedAtHome;
    }

    /** The least probability that two different people of one household agree in full. */
    public double leastAtHome() {
        return leastAtHome;
    }

    /**
     * The least probability that two records of one person differ in full, in a model that the hub runs on: people marry,
     * change telephones and are entered wrongly, whether or not the data learned from show it.
     */
    public double leastDifference() {
        return leastDifference;
    }
}
