package org.earlyhelp.hub.web.casework;

import jakarta.servlet.http.HttpServletResponse;
import org.earlyhelp.hub.sharing.Disclosure;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** The page that says no, with the log entry of the refusal. */
final class CaseRefusal {
    private CaseRefusal() {
    }

    /** The view to render. */
    static String show(Disclosure.Refused<?> refused, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        model.addAttribute("entry", refused.entry());
        model.addAttribute("why", refused.reason());
        return "web/refused";
    }
}
