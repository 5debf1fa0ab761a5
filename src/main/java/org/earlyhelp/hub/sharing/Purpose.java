package org.earlyhelp.hub.sharing;

/** Why data is wanted. An agreement names the purposes it serves. */
public enum Purpose {
    EARLY_HELP, SAFEGUARDING, MATCHING, OUTCOME_TO_REFERRER, OPERATION, GOVERNANCE,
    /** A person asked for it under their rights: the law serves it, no agreement does. */
    RIGHTS
}
