package org.earlyhelp.hub.web.casework;

import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.alert.Decision;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.Allowance;
import org.earlyhelp.hub.web.StaffRole;

/** What people answered to an alert, in words; reasons for those who may decide. */
final class AnswerLines {
    private AnswerLines() {
    }

    static List<AlertSheet.DecisionLine> of(AlertCase alertCase, Allowance allowance) {
        boolean allowed = alertCase.content().children().stream().anyMatch(child -> allowance.allows(child.person(), AlertAsk.ANSWERS));
        boolean reasons = alertCase.viewer().role() != StaffRole.IG;
        return allowed ? alertCase.history().decisions().stream().map(decision -> line(decision, reasons)).toList() : List.of();
    }

    private static AlertSheet.DecisionLine line(Decision decision, boolean reasons) {
        return new AlertSheet.DecisionLine(decision.id(), PlainTime.of(decision.at()), decision.by(), what(decision), reasons ? decision.reason() : null, details(decision));
    }

    private static String what(Decision decision) {
        return switch (decision.action()) {
            case ACKNOWLEDGED -> "Acknowledged";
            case OUTCOME -> AlertWords.outcome(decision.outcome());
            case FEEDBACK -> "Feedback: " + switch (decision.feedback()) {
                case USEFUL -> "useful";
                case NOT_USEFUL -> "not useful";
                case ALREADY_KNOWN -> "already known";
            };
            case RETURN_CONVERSATION -> "Conversation after the return held";
        };
    }

    private static List<String> details(Decision decision) {
        List<String> details = new ArrayList<>();
        if (decision.leadPractitioner() != null) {
            details.add("Lead practitioner: " + decision.leadPractitioner());
        }
        if (decision.level() != null) {
            details.add("Level set by a person: " + decision.level());
        }
        if (decision.familyTold() != null) {
            details.add(DecisionChoices.TOLD.get(decision.familyTold().name()));
        }
        if (decision.familyAgrees() != null) {
            details.add(DecisionChoices.AGREES.get(decision.familyAgrees().name()));
        }
        return details;
    }
}
