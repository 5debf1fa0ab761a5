package org.earlyhelp.hub.linkage;

/**
 * How sure a link is, as links.csv shows it: CERTAIN with nothing against it, PROBABLE although something speaks against
 * it or is not said, REVIEW kept apart until a steward has looked, NEW nobody like this was known.
 */
public enum Match {
    CERTAIN, PROBABLE, REVIEW, NEW
}
