package org.earlyhelp.hub.alert;

/** Where decisions take effect, whoever brings them: the case system's queue or the page. */
public interface AlertDecisions {
    /** What became of a decision. */
    sealed interface Result {
        /** It took effect; the alert as it stands now. */
        record Applied(Alert alert) implements Result {
        }

        /** The same id came before: nothing changed. */
        record Repeated() implements Result {
        }

        /** It cannot take effect and nothing was kept; a later repeat of its id may. */
        record Refused(Reason reason) implements Result {
        }
    }

    /** Why a decision is refused. */
    enum Reason { UNKNOWN_ALERT, UNKNOWN_VERSION, ALERT_ENDED }

    /** Applies the decision in a transaction of its own, with everything that follows from it. */
    Result apply(Decision decision);
}
