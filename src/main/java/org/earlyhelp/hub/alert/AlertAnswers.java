package org.earlyhelp.hub.alert;

import java.util.Map;

/**
 * Decisions made on a page. As {@link AlertDecisions}, but a decision on an older version than stands is given back to
 * the person, who is still there to read what is new; only a safeguarding outcome never waits.
 */
public interface AlertAnswers {
    /** What became of an answer. */
    sealed interface Answer {
        /** It took effect. */
        record Done(Alert alert) implements Answer {
        }

        /** The same form was sent before: nothing changed. */
        record Repeated() implements Answer {
        }

        /** There is a newer version: nothing changed. */
        record Stale(int version) implements Answer {
        }

        /** The alert has ended, or there is none. */
        record Refused(AlertDecisions.Reason reason) implements Answer {
        }
    }

    /**
     * Applies the decision with what was written beside it, in one transaction.
     *
     * @param words named free texts, kept sealed; may be empty
     */
    Answer apply(Decision decision, Map<String, String> words);

    /** The free texts written with a decision; empty when there are none. The caller logs the disclosure. */
    Map<String, String> wordsOf(String decisionId);
}
