package org.earlyhelp.hub.alert;

import java.time.Instant;
import java.util.List;

/**
 * A manager takes a rule back: the open alerts that rest on it alone are withdrawn and recalled, and families that wait for
 * it alone leave the backlog. An alert that a person handed over stands on that decision. A change of rules by itself
 * withdraws nothing; switching the rule off takes a changed {@code rules/} file.
 */
public interface RuleWithdrawals {
    /**
     * As it was done.
     *
     * @param alerts  references of the alerts withdrawn
     * @param waiting families that left the backlog
     */
    record Withdrawal(String rule, String reason, String by, Instant at, List<String> alerts, int waiting) {
        public Withdrawal {
            alerts = List.copyOf(alerts);
        }
    }

    /** The open alerts that {@link #withdraw} would end now: show them before it is done. */
    List<String> restingOn(String rule);

    /**
     * Withdraws.
     *
     * @param rule   id of an alert rule, a need or a harm test, without version
     * @param reason a person's words, kept inside; {@link IllegalArgumentException} when blank
     */
    Withdrawal withdraw(String rule, String reason, String by);

    /** All that were made, newest first. */
    List<Withdrawal> all();
}
