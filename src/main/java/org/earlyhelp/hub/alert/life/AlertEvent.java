package org.earlyhelp.hub.alert.life;

/** What can happen to an alert. */
public enum AlertEvent {
    /** Evidence arrived that the family was not assessed on before. */
    NEW_EVIDENCE,
    /** A child joined the family or left it, and nothing else is new. */
    CHILDREN_CHANGED,
    /** Records were corrected, downgraded or cancelled, or a match undone, and nothing is left that it rested on; it is recalled. */
    GROUNDS_GONE,
    /** A manager withdrew the only rule it rested on. */
    RULE_WITHDRAWN,
    /** The family reached level 4: the first-contact alert has it from here. */
    STEPPED_UP,
    /** Its family was merged with another that has an older alert on the same queue. */
    MERGED,
    /** Another family's alert rests on all of this and speaks for its children too. */
    SPOKEN_FOR,
    /** A person has seen it. */
    ACKNOWLEDGED,
    /** A person gave an outcome, knowing the latest version; the same door keeps the family. */
    DECIDED,
    /** A person's outcome stepped the family up: first contact has it from here. */
    HANDED_UP,
    /** A person's outcome stepped the family down: early help has it from here. */
    HANDED_DOWN,
    /** A person gave an outcome on an older version than stands. */
    DECIDED_ON_OLDER,
    /** Feedback or a return conversation: kept, changes no state. */
    REMARKED
}
