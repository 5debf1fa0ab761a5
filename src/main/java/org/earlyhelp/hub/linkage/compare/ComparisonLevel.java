package org.earlyhelp.hub.linkage.compare;

/** A named degree of agreement. Implemented by the enumerations of the comparisons. */
public interface ComparisonLevel {
    /** The stable name, as a model file writes it. */
    String name();

    /** What it says to a person, completing "forename: …"; holds no value. */
    String words();
}
