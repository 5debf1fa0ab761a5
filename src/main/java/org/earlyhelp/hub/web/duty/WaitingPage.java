package org.earlyhelp.hub.web.duty;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.earlyhelp.hub.alert.Backlog;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Families over the threshold without an alert yet, and their release by level, some a day. */
@Controller
class WaitingPage {
    private static final int RELEASES_SHOWN = 20;
    private final Backlog backlog;

    WaitingPage(Backlog backlog) {
        this.backlog = backlog;
    }

    /** Families of one level that wait for one reason. */
    record Line(int level, String why, long families, String since) {
        static Line of(Backlog.Count count) {
            return new Line(count.level(), switch (count.why()) {
                case BEFORE_LIVE -> "known from before their feeds went live";
                case OVER_CEILING -> "the queue had its alerts of the day";
                case MATCH_RATE -> "by a file in which far fewer people than usual were known: ask the operator before you release them";
            }, count.families(), PlainTime.of(count.oldestSince()));
        }
    }

    /** A release in words. */
    record Released(String when, String by, int level, int asked, List<String> alerts) {
        static Released of(Backlog.Release release) {
            return new Released(PlainTime.of(release.at()), release.by(), release.level(), release.asked(), release.alerts());
        }
    }

    @GetMapping("/waiting")
    String waiting(Model model) {
        model.addAttribute("lines", backlog.counts().stream().map(Line::of).toList());
        model.addAttribute("releases", backlog.releases(RELEASES_SHOWN).stream().map(Released::of).toList());
        model.addAttribute("most", Backlog.RELEASE_LIMIT_FAMILIES);
        return "web/waiting";
    }

    @PostMapping("/waiting")
    String release(@RequestParam(defaultValue = "") String families, @RequestParam(defaultValue = "0") int level, Authentication who, Model model, HttpServletResponse response) {
        int asked = families.matches("\\d{1,4}") ? Integer.parseInt(families) : 0;
        if (asked < 1 || asked > Backlog.RELEASE_LIMIT_FAMILIES || level < 2 || level > 3) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("error", "Enter a number of families from 1 to " + Backlog.RELEASE_LIMIT_FAMILIES + ", and level 2 or 3");
            return waiting(model);
        }
        backlog.release(asked, level, Viewer.of(who).account());
        return "redirect:/waiting";
    }
}
