package org.earlyhelp.hub.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A manager takes a rule back: the open alerts that rest on it alone are withdrawn and recalled, and families that wait for
 * it alone leave the backlog. Where an alert at level 4 is among them a second person confirms, for nothing new may come of
 * those children that would raise another. An alert that a person handed over stands on that decision. A change of rules by
 * itself withdraws nothing; switching the rule off takes a changed {@code rules/} file.
 */
public interface RuleWithdrawals {
    /** How far one is. */
    enum State {
        /** Waits for a second person. */
        ASKED,
        BEGUN,
        DONE,
        /** Nothing was withdrawn. */
        LEFT
    }

    /**
     * As it stands.
     *
     * @param confirmedBy the second person, or null
     * @param alerts      references of the alerts withdrawn so far
     * @param waiting     families that left the backlog
     */
    record Withdrawal(long id, String rule, String reason, String by, String confirmedBy, State state, Instant at, List<String> alerts, int waiting) {
        public Withdrawal {
            alerts = List.copyOf(alerts);
        }
    }

    /** The open alerts that {@link #withdraw} would end now: show them before it is done. */
    List<String> restingOn(String rule);

    /** Whether one of them is at level 4, so that it takes two people. */
    boolean takesTwo(String rule);

    /**
     * Withdraws, or asks for a second person: then the answer is {@link State#ASKED}. A rule that waits for one already is not asked
     * for twice.
     *
     * @param rule   id of an alert rule, a need or a harm test, without version
     * @param reason a person's words, kept inside; {@link IllegalArgumentException} when blank
     */
    Withdrawal withdraw(String rule, String reason, String by);

    /** Withdraws what was asked for; empty when it does not wait, or that person asked for it. */
    Optional<Withdrawal> confirm(long id, String by);

    /** Leaves alone what was asked for; empty when it does not wait. */
    Optional<Withdrawal> leave(long id);

    /** Those that wait for a second person, then the newest that were made or left; at most 200. */
    List<Withdrawal> newest();
}
