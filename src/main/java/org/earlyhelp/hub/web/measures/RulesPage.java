package org.earlyhelp.hub.web.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.AlertFigures;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.need.rules.Rules;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The rules in force: what each says, how often it raised an alert, and how useful that was. */
@Controller
class RulesPage {
    private static final int RECENT_DAYS = 30;
    private static final int RAISED_DAYS = 90;
    private final RuleBook book;
    private final AlertFigures alerts;
    private final HubClock clock;

    RulesPage(RuleBook book, AlertFigures alerts, HubClock clock) {
        this.book = book;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Rules of one kind under a heading, with a sentence on what is counted. */
    record Part(String heading, String counts, List<RuleLine> lines) {
    }

    @GetMapping("/rules")
    String rules(Model model) {
        LocalDate today = clock.today();
        RuleLine.Uses uses = new RuleLine.Uses(alerts.uses(today.minusYears(1)), London.startOf(today.minusDays(RECENT_DAYS)),
                London.startOf(today.minusDays(RAISED_DAYS)));
        model.addAttribute("parts", book.rules().map(rules -> parts(rules, uses)).orElse(List.of()));
        model.addAttribute("faults", book.faults().size());
        return "web/rules";
    }

    @GetMapping("/rules/{id}/examples")
    String examples(@PathVariable String id, Model model) {
        List<ExampleLine> examples = book.rules().stream().flatMap(RulesPage::examples).filter(entry -> entry.getKey().equals(id)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no rule of that id")).getValue();
        model.addAttribute("title", book.titleOf(id));
        model.addAttribute("id", id);
        model.addAttribute("examples", examples);
        return "web/rule-examples";
    }

    private static List<Part> parts(Rules rules, RuleLine.Uses uses) {
        return List.of(
                new Part("What raises an alert", "alerts raised by the rule; the first that holds raises.", rules.alerts().stream().map(rule -> RuleLine.of(rule, uses)).toList()),
                new Part("Tests of significant harm", "alerts that rest on the test.", rules.harmTests().stream().map(rule -> RuleLine.of(rule, uses)).toList()),
                new Part("Needs", "alerts that rest on the need, whoever shows it.", rules.needs().stream().map(rule -> RuleLine.of(rule, uses)).toList()));
    }

    private static Stream<Map.Entry<String, List<ExampleLine>>> examples(Rules rules) {
        return Stream.of(rules.alerts().stream().map(rule -> Map.entry(rule.id(), rule.examples().stream().map(ExampleLine::of).toList())),
                rules.harmTests().stream().map(rule -> Map.entry(rule.id(), rule.examples().stream().map(ExampleLine::of).toList())),
                rules.needs().stream().map(rule -> Map.entry(rule.id(), rule.examples().stream().map(ExampleLine::of).toList()))).flatMap(all -> all);
    }
}
