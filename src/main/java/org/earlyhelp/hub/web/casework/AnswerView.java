package org.earlyhelp.hub.web.casework;

import java.util.List;
import java.util.Map;

/**
 * The answering part of an alert's page: the form as it stands, what is to be put right, and the choices.
 *
 * @param feedbackId of the feedback's own form, so that it too counts once
 */
public record AnswerView(DecisionForm form, List<DecisionForm.Fault> faults, String feedbackId) {
    /** What to put right about a field or the first of its choices; null for nothing. */
    public String fault(String field) {
        return faults.stream().filter(fault -> fault.field().equals(field) || fault.field().startsWith(field + "-")).map(DecisionForm.Fault::message)
                .findFirst().orElse(null);
    }

    /** Choices for what is decided: value to label. */
    public Map<String, String> outcomes() {
        return DecisionChoices.OUTCOMES;
    }

    /** What stands below an outcome, by its value. */
    public Map<String, String> hints() {
        return DecisionChoices.HINTS;
    }

    /** Choices for whether the family was told. */
    public Map<String, String> told() {
        return DecisionChoices.TOLD;
    }

    /** Choices for whether the family agrees. */
    public Map<String, String> agrees() {
        return DecisionChoices.AGREES;
    }

    /** Choices for whether the alert was of use. */
    public Map<String, String> feedback() {
        return DecisionChoices.FEEDBACK;
    }

    /** For choices with nothing below them; the template wants a map. */
    public Map<String, String> noHints() {
        return Map.of();
    }
}
