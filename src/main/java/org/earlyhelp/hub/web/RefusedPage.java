package org.earlyhelp.hub.web;

import jakarta.servlet.http.HttpServletResponse;
import org.earlyhelp.hub.sharing.Disclosure;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** The page that says what was refused, why and whom to ask, with the log entry of the refusal. */
public final class RefusedPage {
    private RefusedPage() {
    }

    /** The view to render. */
    public static String show(Disclosure.Refused<?> refused, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        model.addAttribute("entry", refused.entry());
        model.addAttribute("refusal", refused.refusal());
        return "web/refused";
    }
}
