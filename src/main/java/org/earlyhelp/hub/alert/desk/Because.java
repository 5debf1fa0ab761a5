package org.earlyhelp.hub.alert.desk;

/** Codes that say why an alert ended or where it came from; they go out in messages, so their names stay. */
public final class Because {
    /** The family reached level 4. */
    public static final String STEPPED_UP = "STEPPED_UP";
    /** The family was merged with one that has an older alert. */
    public static final String MERGED = "MERGED";
    /** Another family's alert speaks for its children too. */
    public static final String SPOKEN_FOR = "SPOKEN_FOR";
    /** A person's outcome gave the family to the other queue. */
    public static final String HANDED_OVER = "HANDED_OVER";
    /** The level 4 alert was withdrawn, other needs stand. */
    public static final String HANDED_BACK = "HANDED_BACK";
    /** Records were corrected, downgraded or cancelled, or a match undone. */
    public static final String EVIDENCE_TAKEN_BACK = "EVIDENCE_TAKEN_BACK";

    /** It waited in the backlog and a manager released it. */
    public static final String RELEASED = "RELEASED";
    /** A manager withdrew the only rule it rested on. */
    public static final String RULE_WITHDRAWN = "RULE_WITHDRAWN";

    private Because() {
    }
}
