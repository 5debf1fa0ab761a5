package org.earlyhelp.hub.linkage;

/**
 * One line of the explanation of a weight. Holds no value of what was compared.
 *
 * @param aspect what was compared
 * @param words  how it compares
 * @param bits   what it adds to the weight (log2 odds); of the last line, the weight as a whole
 */
public record WeightPart(String aspect, String words, double bits) {
    /** The aspect that tells where somebody lives, for whoever must not show how places compare. */
    public static final String PLACE = "address";
}
