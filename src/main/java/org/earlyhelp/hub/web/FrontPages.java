package org.earlyhelp.hub.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.earlyhelp.hub.alert.AlertCount;
import org.earlyhelp.hub.alert.AlertDirectory;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.intake.Deliveries;
import org.earlyhelp.hub.kernel.HubSettings;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Sign-in, the start page of each role, and the page that says no. */
@Controller
class FrontPages {
    private final HubSettings settings;
    private final Deliveries deliveries;
    private final AlertDirectory alerts;
    private final List<StartLines> lines;

    FrontPages(HubSettings settings, Deliveries deliveries, AlertDirectory alerts, List<StartLines> lines) {
        this.settings = settings;
        this.deliveries = deliveries;
        this.alerts = alerts;
        this.lines = lines;
    }

    /** Alerts of one queue in one state, in words. */
    record Raised(String queue, String state, long alerts) {
        static Raised of(AlertCount count) {
            return new Raised(count.queue() == AlertQueue.FIRST_CONTACT ? "First contact (level 4)" : "Early help (levels 2 and 3)",
                    count.status().name().toLowerCase(Locale.ROOT), count.alerts());
        }
    }

    @GetMapping("/sign-in")
    String signIn(HttpServletRequest request, Model model) {
        model.addAttribute("byForm", settings.demo());
        model.addAttribute("failed", request.getParameter("failed") != null);
        model.addAttribute("away", request.getParameter("away") != null);
        model.addAttribute("ended", request.getParameter("ended") != null);
        model.addAttribute("out", request.getParameter("out") != null);
        return "web/sign-in";
    }

    @GetMapping("/")
    String home(Authentication who, Model model) {
        Viewer viewer = Viewer.of(who);
        model.addAttribute("areas", viewer.role().areas());
        model.addAttribute("lines", lines.stream().flatMap(part -> part.of(viewer).stream()).toList());
        model.addAttribute("arrived", deliveries.arrived());
        model.addAttribute("open", deliveries.open());
        model.addAttribute("raised", alerts.counts().stream().map(Raised::of).toList());
        return "web/home";
    }

    @GetMapping("/exports")
    String exports() {
        return "web/exports";
    }

    /** Reached by a forward only, from whatever method was refused. */
    @RequestMapping("/refused")
    String refused(HttpServletRequest request, Model model) {
        model.addAttribute("entry", request.getAttribute("refusalEntry"));
        model.addAttribute("openable", request.getAttribute("refusalOpenable"));
        return "web/refused";
    }
}
