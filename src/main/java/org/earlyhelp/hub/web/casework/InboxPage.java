package org.earlyhelp.hub.web.casework;

import java.time.Instant;
import java.util.Map;
import org.earlyhelp.hub.alert.AlertList;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.page.DueClock;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The open alerts, the one due first at the top. Names nobody: who the children are stands on the alert's own page. */
@Controller
class InboxPage {
    private final AlertList alerts;
    private final AlertLines lines;
    private final InboxChoices choices;
    private final AgreementBook book;
    private final DisclosureDesk desk;
    private final HubClock clock;

    InboxPage(AlertList alerts, AlertLines lines, InboxChoices choices, AgreementBook book, DisclosureDesk desk, HubClock clock) {
        this.alerts = alerts;
        this.lines = lines;
        this.choices = choices;
        this.book = book;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/inbox")
    String inbox(@RequestParam Map<String, String> asked, Authentication who, Model model) {
        Viewer viewer = Viewer.of(who);
        InboxAsk ask = InboxAsk.of(asked, choices.localities(), book);
        Instant now = clock.now();
        AlertList.Page page = alerts.find(ask.filter(book), viewer.account(), ask.offset(), InboxAsk.ALERTS_A_PAGE, now, now.plus(DueClock.SOON));
        model.addAttribute("ask", ask);
        model.addAttribute("choices", choices);
        model.addAttribute("page", page);
        model.addAttribute("lines", lines.show(desk, page.alerts(), viewer, "/inbox"));
        model.addAttribute("pages", Math.max(1, (page.matching() + InboxAsk.ALERTS_A_PAGE - 1) / InboxAsk.ALERTS_A_PAGE));
        return "web/inbox";
    }
}
