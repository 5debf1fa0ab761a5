package org.earlyhelp.hub.rights.request;

/** What can be done with a request. */
public enum RequestAct {
    OPEN,
    /** Identity, and for somebody else's data the right to ask, were shown. */
    CHECK,
    /** A complaint was acknowledged. */
    ACKNOWLEDGE,
    /** Clarification was asked for. */
    ASK,
    /** Clarification came. */
    CLARIFY,
    /** Two more months, because it is complex or one of many. */
    EXTEND,
    /** Found whose data it is, or who asks. */
    NAME,
    PROPOSE, SEND_BACK, RELEASE, ANSWER, REFUSE, WITHDRAW,
    /** A restriction that was granted shall end, and a second person ends it. */
    PROPOSE_LIFT, LIFT
}
