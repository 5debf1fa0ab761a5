package org.earlyhelp.hub.linkage;

/**
 * How sure a link is, as links.csv shows it: CERTAIN by a rule with nothing against it, PROBABLE although one thing
 * speaks against it, REVIEW kept apart until a steward has looked, NEW nobody like this was known.
 */
public enum Match {
    CERTAIN, PROBABLE, REVIEW, NEW
}
