package org.earlyhelp.hub.alert;

import java.time.Instant;

/**
 * What the front door says back of an alert. Source: contract, section 5.
 *
 * @param id               the sender's own id: a repeated one is dropped
 * @param alertVersion     the version the person had before them
 * @param outcome          given with OUTCOME, else null
 * @param feedback         given with FEEDBACK, else null
 * @param level            the level a person sets, 1 to 4, or null
 * @param reason           a person's words: kept inside, never sent on; null for none
 * @param by               who decided
 * @param at               when, by the sender's clock
 * @param leadPractitioner null for none
 * @param familyTold       null when not stated
 * @param familyAgrees     null when not stated
 */
public record Decision(String id, String alert, int alertVersion, Action action, Outcome outcome, Feedback feedback, Integer level,
                       String reason, String by, Instant at, String leadPractitioner, FamilyTold familyTold, FamilyAgrees familyAgrees) {
    /** What was done. FEEDBACK says how useful the alert was; RETURN_CONVERSATION that a missing child was talked to after coming home. */
    public enum Action { ACKNOWLEDGED, OUTCOME, FEEDBACK, RETURN_CONVERSATION }

    /** Whether the alert was of use to whoever got it. */
    public enum Feedback { USEFUL, NOT_USEFUL, ALREADY_KNOWN }

    /** Whether the family knows. UNSAFE: telling them would put somebody at risk. */
    public enum FamilyTold { YES, NOT_YET, UNSAFE }

    /** Whether the family agrees to help. */
    public enum FamilyAgrees { YES, NO, NOT_ASKED }

    public Decision {
        if (action == Action.OUTCOME && outcome == null || action == Action.FEEDBACK && feedback == null) {
            throw new IllegalArgumentException(action + " without its answer");
        }
    }
}
