package org.earlyhelp.hub.web.duty;

import org.earlyhelp.hub.alert.HeldMessages;
import org.earlyhelp.hub.alert.HeldMessages.Held;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.web.StaffRole;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Alerts whose message is held because no agreement lets it go to its queue: why, since when, and what to do. */
@Controller
class HeldPage {
    private static final int SHOWN = 200;
    private final HeldMessages held;

    HeldPage(HeldMessages held) {
        this.held = held;
    }

    /** One held message, in words. */
    record Line(String alert, String queue, String why, String since, String entry) {
        static Line of(Held one) {
            return new Line(one.alert(), one.queue(), one.why(), PlainTime.of(one.since()), one.entry());
        }
    }

    @GetMapping("/held")
    String held(Authentication who, Model model) {
        model.addAttribute("lines", held.standing(SHOWN).stream().map(Line::of).toList());
        model.addAttribute("count", held.count());
        model.addAttribute("mayReadLog", Viewer.of(who).role() == StaffRole.IG);
        return "web/held";
    }
}
