package org.earlyhelp.hub.web;

import jakarta.servlet.http.HttpServletRequest;
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

    FrontPages(HubSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/sign-in")
    String signIn(HttpServletRequest request, Model model) {
        model.addAttribute("byForm", settings.demo());
        model.addAttribute("failed", request.getParameter("failed") != null);
        model.addAttribute("ended", request.getParameter("ended") != null);
        model.addAttribute("out", request.getParameter("out") != null);
        return "web/sign-in";
    }

    @GetMapping("/")
    String home(Authentication who, Model model) {
        model.addAttribute("areas", Viewer.of(who).role().areas());
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
        return "web/refused";
    }
}
