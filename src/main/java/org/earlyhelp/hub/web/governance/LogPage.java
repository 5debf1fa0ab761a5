package org.earlyhelp.hub.web.governance;

import java.util.Optional;
import org.earlyhelp.hub.intake.resend.Restorations;
import org.earlyhelp.hub.sharing.DeclaredOrigin;
import org.earlyhelp.hub.sharing.LogWatch;
import org.earlyhelp.hub.sharing.cosign.WitnessWatch;
import org.earlyhelp.hub.sharing.sequence.NewOrigin;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import jakarta.servlet.http.HttpServletResponse;

/** How the tamper-evident log stands, with its checks and its witness; and, when it was put back, the word of two people that it goes on. */
@Controller
class LogPage {
    private static final int RESTORATIONS_SHOWN = 10;
    private final LogWatch log;
    private final WitnessWatch witness;
    private final NewOrigin origins;
    private final Restorations restorations;

    LogPage(LogWatch log, WitnessWatch witness, NewOrigin origins, Restorations restorations) {
        this.log = log;
        this.witness = witness;
        this.origins = origins;
        this.restorations = restorations;
    }

    @GetMapping("/sharing/log")
    String state(Authentication who, Model model) {
        return page(null, who, model);
    }

    @PostMapping("/sharing/log/declare")
    String declare(@RequestParam(defaultValue = "") String reason, Authentication who, Model model, HttpServletResponse response) {
        if (origins.declare(Viewer.of(who).account(), reason)) {
            return "redirect:/sharing/log";
        }
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        return page(origins.isNeeded() ? "Give the reason in at most " + NewOrigin.REASON_LIMIT_CHARACTERS + " characters" : "There is nothing to declare: the log was not put back", who, model);
    }

    @PostMapping("/sharing/log/confirm")
    String confirm(@RequestParam(defaultValue = "") String origin, Authentication who, Model model, HttpServletResponse response) {
        if (origins.confirm(Viewer.of(who).account(), origin)) {
            return "redirect:/sharing/log";
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        return page("Nothing was confirmed: it takes somebody else than who declared it, and the declaration may have changed meanwhile", who, model);
    }

    private String page(String error, Authentication who, Model model) {
        Optional<DeclaredOrigin> waiting = origins.waiting();
        model.addAttribute("log", log.state());
        model.addAttribute("witness", witness.state());
        model.addAttribute("needed", origins.isNeeded());
        model.addAttribute("waiting", waiting.orElse(null));
        model.addAttribute("mine", waiting.map(one -> one.declaredBy().equals(Viewer.of(who).account())).orElse(false));
        model.addAttribute("restorations", restorations.newest(RESTORATIONS_SHOWN));
        model.addAttribute("error", error);
        return "web/sharing-log-state";
    }
}
