package org.earlyhelp.hub.web.casework;

import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.alert.AlertFilter;
import org.earlyhelp.hub.alert.AlertList;
import org.earlyhelp.hub.alert.TeamClosing;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.page.DueClock;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What came since the team last closed, and whom a school should think of before the bell. */
@Controller
class MondayPage {
    private static final int ALERTS_SHOWN = 50;
    private static final int CLOSINGS_SHOWN = 5;

    private final AlertList alerts;
    private final AlertLines lines;
    private final TeamClosing closing;
    private final BellList bell;
    private final DisclosureDesk desk;
    private final HubClock clock;

    MondayPage(AlertList alerts, AlertLines lines, TeamClosing closing, BellList bell, DisclosureDesk desk, HubClock clock) {
        this.alerts = alerts;
        this.lines = lines;
        this.closing = closing;
        this.bell = bell;
        this.desk = desk;
        this.clock = clock;
    }

    /** {@code back} counts closings of the team: 0 the latest, 1 the one before. */
    @GetMapping("/monday")
    String monday(@RequestParam(defaultValue = "") String back, @RequestParam(required = false) String closed, Authentication who, Model model) {
        Viewer viewer = Viewer.of(who);
        Instant now = clock.now();
        List<Instant> words = closing.latest(CLOSINGS_SHOWN);
        int steps = back.matches("[0-9]") ? Integer.parseInt(back) : 0;
        Instant since = steps > 0 && steps < words.size() ? words.get(steps) : closing.lastClosed(now);
        AlertList.Page page = alerts.find(AlertFilter.newSince(since), viewer.account(), 0, ALERTS_SHOWN, now, now.plus(DueClock.SOON));
        model.addAttribute("since", PlainTime.of(since));
        model.addAttribute("now", PlainTime.of(now));
        model.addAttribute("page", page);
        model.addAttribute("lines", lines.show(desk, page.alerts(), viewer, "/monday"));
        model.addAttribute("bell", bell.show(desk, viewer, now));
        model.addAttribute("earlier", words.stream().skip(1).map(PlainTime::of).toList());
        model.addAttribute("done", closed != null);
        return "web/monday";
    }

    @PostMapping("/monday/close")
    String close(Authentication who) {
        closing.closeNow(Viewer.of(who).account(), clock.now());
        return "redirect:/monday?closed";
    }
}
