package org.earlyhelp.hub.web.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertStatus;
import org.earlyhelp.hub.alert.ListedAlert;
import org.earlyhelp.hub.identity.ProtectedPeople;
import org.earlyhelp.hub.identity.ProtectedPeople.Protection;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.Allowance;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.web.NeedClass;
import org.earlyhelp.hub.web.Shown;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.stereotype.Component;

/** Makes the lines of a list of alerts: asks the desk for all of them, one act a level. */
@Component
class AlertLines {
    private static final int FACTS_SAID = 2;
    private static final Allowance NOTHING = new Allowance(Map.of(), List.of(), List.of());

    private final ProtectedPeople people;
    private final AgreementBook book;
    private final HubClock clock;

    AlertLines(ProtectedPeople people, AgreementBook book, HubClock clock) {
        this.people = people;
        this.book = book;
        this.clock = clock;
    }

    /** The lines in the order given, every view logged; {@code page} is the page's path template. */
    List<AlertLine> show(DisclosureDesk desk, List<ListedAlert> alerts, Viewer viewer, String page) {
        Map<String, Protection> protections = people.all();
        Map<String, AlertLine> lines = new HashMap<>();
        // One act a level: what may be shown of a lapsed agreement depends on it.
        alerts.stream().collect(Collectors.groupingBy(listed -> listed.alert().content().level())).forEach((level, group) -> {
            Shown shown = new Shown(protections);
            group.forEach(listed -> AlertAsk.facts(listed.alert().content(), shown));
            Function<Allowance, List<AlertLine>> render = allowance -> group.stream().map(listed -> line(listed, viewer, allowance)).toList();
            List<AlertLine> made = desk.disclose(AlertAsk.request(viewer, page, level, null, shown, Map.of()), render) instanceof Disclosed<List<AlertLine>> disclosed
                    ? disclosed.content() : render.apply(NOTHING);
            made.forEach(line -> lines.put(line.ref(), line));
        });
        return alerts.stream().map(listed -> lines.get(listed.alert().ref())).toList();
    }

    private AlertLine line(ListedAlert listed, Viewer viewer, Allowance allowance) {
        AlertContent content = listed.alert().content();
        boolean place = !listed.placeHidden() && content.children().stream().allMatch(child -> allowance.allows(child.person(), AlertAsk.LOCALITY));
        return new AlertLine(listed.alert().ref(), content.level(), AlertWords.level(content.level()), why(facts(content, allowance)), agencies(listed, allowance),
                AlertWords.locality(place ? content.locality() : "withheld"), AlertWords.state(listed.alert().status()), owner(listed, viewer),
                AlertWords.due(listed.alert(), clock.now()), news(listed), PlainTime.of(listed.alert().clocks().raisedAt()));
    }

    private static List<String> facts(AlertContent content, Allowance allowance) {
        return Stream.concat(content.harmTests().stream().filter(test -> allows(allowance, test)).map(HarmTest::fact),
                content.needs().stream().filter(need -> allows(allowance, need)).map(Need::fact)).distinct().toList();
    }

    /** One sentence of the first facts, and how many more there are. */
    static String why(List<String> facts) {
        if (facts.isEmpty()) {
            return "The facts may not be shown to you.";
        }
        List<String> said = new ArrayList<>(facts.subList(0, Math.min(FACTS_SAID, facts.size())));
        for (int i = 1; i < said.size(); i++) {
            said.set(i, said.get(i).substring(0, 1).toLowerCase(java.util.Locale.ROOT) + said.get(i).substring(1));
        }
        int more = facts.size() - said.size();
        return String.join("; ", said) + (more == 0 ? "." : more == 1 ? "; and one more fact." : "; and " + more + " more facts.");
    }

    private List<String> agencies(ListedAlert listed, Allowance allowance) {
        AlertContent content = listed.alert().content();
        return Stream.concat(content.harmTests().stream().filter(test -> allows(allowance, test)).map(HarmTest::agency),
                content.needs().stream().filter(need -> allows(allowance, need)).map(Need::agency))
                .map(agency -> book.nameFor(agency, listed.placeHidden())).distinct().sorted().toList();
    }

    private static String owner(ListedAlert listed, Viewer viewer) {
        return listed.owner() == null ? "Nobody yet" : listed.owner().equals(viewer.account()) ? "You" : listed.owner();
    }

    private static String news(ListedAlert listed) {
        if (listed.alert().newSinceDecision()) {
            return "New information since the decision";
        }
        if (listed.hasNews()) {
            return "New information";
        }
        return listed.seenVersion() == null && listed.alert().status() == AlertStatus.RAISED ? "Not opened by you yet" : null;
    }

    private static boolean allows(Allowance allowance, Need need) {
        return allowance.allows(need.person(), need.agency(), NeedClass.fieldOf(need.code()));
    }

    private static boolean allows(Allowance allowance, HarmTest test) {
        return allowance.allows(test.person(), test.agency(), NeedClass.fieldOf(test.code()));
    }
}
