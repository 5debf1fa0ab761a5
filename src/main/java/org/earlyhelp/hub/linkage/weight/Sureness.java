package org.earlyhelp.hub.linkage.weight;

/** A probability that two are one person, in words. */
public enum Sureness {
    ALMOST_SURE(0.98, "almost sure that they are one person"),
    LIKELY(0.8, "likely that they are one person"),
    RATHER(0.6, "rather one person than two"),
    EVEN(0.4, "as likely one person as two"),
    HARDLY(0.02, "unlikely that they are one person"),
    ALMOST_NEVER(0, "almost sure that they are two people");

    private final double from;
    private final String words;

    Sureness(double from, String words) {
        this.from = from;
        this.words = words;
    }

    /** Of a weight in bits. */
    public static Sureness of(double weight) {
        double probability = MatchWeight.probability(weight);
        for (Sureness sureness : values()) {
            if (probability >= sureness.from) {
                return sureness;
            }
        }
        return ALMOST_NEVER;
    }

    /** For people, within a sentence. */
    public String words() {
        return words;
    }
}
