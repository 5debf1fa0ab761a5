package org.earlyhelp.hub.web.casework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertDirectory;
import org.earlyhelp.hub.alert.AlertRow;
import org.earlyhelp.hub.identity.ProtectedPeople;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.Allowance;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.web.NeedClass;
import org.earlyhelp.hub.web.Shown;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The open alerts, the one due first at the top. Names nobody: who the children are stands on the alert's own page. */
@Controller
class InboxPage {
    static final int ALERTS_SHOWN = 50;

    private final AlertDirectory alerts;
    private final ProtectedPeople people;
    private final AgreementBook book;
    private final DisclosureDesk desk;

    InboxPage(AlertDirectory alerts, ProtectedPeople people, AgreementBook book, DisclosureDesk desk) {
        this.alerts = alerts;
        this.people = people;
        this.book = book;
        this.desk = desk;
    }

    /** One alert; {@code why} is a sentence, {@code agencies} as they may be named. */
    record Line(String ref, String level, String why, String agencies, String locality, String due) {
    }

    private record Waiting(AlertRow row, AlertContent content) {
    }

    @GetMapping("/inbox")
    String inbox(Authentication who, Model model) {
        List<Waiting> waiting = new ArrayList<>();
        alerts.inbox(ALERTS_SHOWN).forEach(row -> alerts.alert(row.alert()).ifPresent(history -> waiting.add(new Waiting(row, history.alert().content()))));
        Map<String, Line> lines = new LinkedHashMap<>();
        // One act a level: what may be shown of a lapsed agreement depends on it.
        waiting.stream().collect(Collectors.groupingBy(alert -> alert.row().level()))
                .forEach((level, group) -> lines.putAll(lines(Viewer.of(who), level, group)));
        model.addAttribute("lines", waiting.stream().map(alert -> lines.get(alert.row().alert())).toList());
        model.addAttribute("full", waiting.size() == ALERTS_SHOWN);
        return "web/inbox";
    }

    private Map<String, Line> lines(Viewer viewer, int level, List<Waiting> group) {
        Shown shown = new Shown(people.all());
        group.forEach(alert -> AlertAsk.facts(alert.content(), shown));
        Function<Allowance, Map<String, Line>> render = allowance -> group.stream()
                .collect(Collectors.toMap(alert -> alert.row().alert(), alert -> line(alert, allowance)));
        return desk.disclose(AlertAsk.request(viewer, "/inbox", level, null, shown, Map.of()), render) instanceof Disclosed<Map<String, Line>> disclosed
                ? disclosed.content() : render.apply(new Allowance(Map.of(), List.of(), List.of()));
    }

    private Line line(Waiting alert, Allowance allowance) {
        List<String> facts = Stream.concat(
                alert.content().harmTests().stream().filter(test -> allows(allowance, test)).map(HarmTest::fact),
                alert.content().needs().stream().filter(need -> allows(allowance, need)).map(Need::fact)).distinct().toList();
        String why = facts.isEmpty() ? "The facts may not be shown to you" : facts.get(0) + (facts.size() == 1 ? "" : ", and " + (facts.size() - 1) + " more");
        List<String> agencies = Stream.concat(
                alert.content().harmTests().stream().filter(test -> allows(allowance, test)).map(HarmTest::agency),
                alert.content().needs().stream().filter(need -> allows(allowance, need)).map(Need::agency))
                .map(agency -> book.nameFor(agency, alert.row().placeHidden())).distinct().sorted().toList();
        return new Line(alert.row().alert(), AlertWords.level(alert.row().level()), why + ".", String.join(", ", agencies), alert.row().locality(),
                AlertWords.due(alert.row()));
    }

    private static boolean allows(Allowance allowance, Need need) {
        return allowance.allows(need.person(), need.agency(), NeedClass.fieldOf(need.code()));
    }

    private static boolean allows(Allowance allowance, HarmTest test) {
        return allowance.allows(test.person(), test.agency(), NeedClass.fieldOf(test.code()));
    }
}
