package org.earlyhelp.hub.web.casework;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.alert.AlertAnswers;
import org.earlyhelp.hub.alert.AlertDecisions;
import org.earlyhelp.hub.alert.Decision;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What a person does with an alert: acknowledge it, decide, say whether it was of use. A form sent twice counts once. */
@Controller
class AlertActs {
    private final AlertAnswers answers;
    private final AlertShow alerts;
    private final HubClock clock;
    private final DisclosureDesk desk;

    AlertActs(AlertAnswers answers, AlertShow alerts, HubClock clock, DisclosureDesk desk) {
        this.answers = answers;
        this.alerts = alerts;
        this.clock = clock;
        this.desk = desk;
    }

    @PostMapping("/alerts/{ref}/acknowledge")
    String acknowledge(@PathVariable String ref, @RequestParam Map<String, String> sent, Authentication who) {
        return remark(ref, DecisionForm.of(sent), Decision.Action.ACKNOWLEDGED, null, Viewer.of(who), "acknowledged");
    }

    @PostMapping("/alerts/{ref}/feedback")
    String feedback(@PathVariable String ref, @RequestParam Map<String, String> sent, Authentication who) {
        String feedback = sent.getOrDefault("feedback", "");
        if (!DecisionChoices.FEEDBACK.containsKey(feedback)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return remark(ref, DecisionForm.of(sent), Decision.Action.FEEDBACK, Decision.Feedback.valueOf(feedback), Viewer.of(who), "thanks");
    }

    @PostMapping("/alerts/{ref}/decision")
    String decide(@PathVariable String ref, @RequestParam Map<String, String> sent, Authentication who, Model model, HttpServletResponse response) {
        DecisionForm form = whole(DecisionForm.of(sent));
        Viewer viewer = Viewer.of(who);
        List<DecisionForm.Fault> faults = form.faults(viewer);
        if (!faults.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return alerts.show(desk, ref, viewer, null, new AlertShow.SentBack(form, faults), model, response);
        }
        AlertAnswers.Answer answer = answers.apply(form.decision(ref, viewer, clock.now()), form.sealedWords());
        if (answer instanceof AlertAnswers.Answer.Done || answer instanceof AlertAnswers.Answer.Repeated) {
            return "redirect:/alerts/" + ref + "?done=decided";
        }
        return sentBack(ref, form, answer, viewer, model, response);
    }

    private String sentBack(String ref, DecisionForm form, AlertAnswers.Answer answer, Viewer viewer, Model model, HttpServletResponse response) {
        String why = answer instanceof AlertAnswers.Answer.Stale
                ? "There is new information since you opened this page. Read it, then send your decision again"
                : "This alert has ended, so it takes no decision. Another alert may have the family";
        notFoundIfUnknown(answer);
        response.setStatus(HttpStatus.CONFLICT.value());
        return alerts.show(desk, ref, viewer, null, new AlertShow.SentBack(form, List.of(new DecisionForm.Fault("facts", why))), model, response);
    }

    private String remark(String ref, DecisionForm form, Decision.Action action, Decision.Feedback feedback, Viewer viewer, String done) {
        Decision decision = new Decision(whole(form).id(), ref, form.version(), action, null, feedback, null, null, viewer.account(), clock.now(), null, null, null);
        notFoundIfUnknown(answers.apply(decision, Map.of()));
        return "redirect:/alerts/" + ref + "?done=" + done;
    }

    private static DecisionForm whole(DecisionForm form) {
        if (!form.isWhole()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return form;
    }

    private static void notFoundIfUnknown(AlertAnswers.Answer answer) {
        if (answer instanceof AlertAnswers.Answer.Refused refused && refused.reason() == AlertDecisions.Reason.UNKNOWN_ALERT) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
