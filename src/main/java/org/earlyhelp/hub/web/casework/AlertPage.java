package org.earlyhelp.hub.web.casework;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One alert with its facts, each with date and agency. Information governance opens it with a reason only. */
@Controller
class AlertPage {
    private static final Map<String, String> DONE = Map.of("acknowledged", "You have acknowledged this alert", "decided", "Your decision is recorded",
            "thanks", "Your feedback is recorded",
            "level", "The level is set until new evidence comes");

    private final AlertShow alerts;
    private final DisclosureDesk desk;

    AlertPage(AlertShow alerts, DisclosureDesk desk) {
        this.alerts = alerts;
        this.desk = desk;
    }

    @GetMapping("/alerts/{ref}")
    String alert(@PathVariable String ref, @RequestParam(defaultValue = "") String done, Authentication who, Model model, HttpServletResponse response) {
        Viewer viewer = Viewer.of(who);
        if (viewer.needsReason()) {
            model.addAttribute("path", "/alerts/" + ref);
            return "web/reason";
        }
        model.addAttribute("done", DONE.get(done));
        return alerts.show(desk, ref, viewer, null, null, model, response);
    }

    @PostMapping("/alerts/{ref}")
    String alertWithReason(@PathVariable String ref, @RequestParam(defaultValue = "") String reason, Authentication who, Model model, HttpServletResponse response) {
        return alerts.show(desk, ref, Viewer.of(who), reason.strip(), null, model, response);
    }
}
