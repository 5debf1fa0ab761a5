package org.earlyhelp.hub.web.duty;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.earlyhelp.hub.alert.FeedbackRates;
import org.earlyhelp.hub.alert.RuleWithdrawals;
import org.earlyhelp.hub.need.RuleVersions;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A manager takes a rule back: first which open alerts would end, then the reason, then it is done. */
@Controller
class RuleWithdrawalPage {
    private static final int REASON_AT_MOST_CHARACTERS = 500;
    private final RuleWithdrawals withdrawals;
    private final FeedbackRates rates;
    private final RuleVersions rules;

    RuleWithdrawalPage(RuleWithdrawals withdrawals, FeedbackRates rates, RuleVersions rules) {
        this.withdrawals = withdrawals;
        this.rates = rates;
        this.rules = rules;
    }

    /** A withdrawal in words. */
    record Line(String when, String by, String rule, String reason, List<String> alerts, int waiting) {
        static Line of(RuleWithdrawals.Withdrawal done) {
            return new Line(PlainTime.of(done.at()), done.by(), done.rule(), done.reason(), done.alerts(), done.waiting());
        }
    }

    @GetMapping("/rules/withdrawal")
    String ask(@RequestParam(defaultValue = "") String rule, Model model) {
        List<String> resting = withdrawals.restingOn(rule);
        boolean known = !resting.isEmpty() || known().contains(rule);
        model.addAttribute("rules", known());
        model.addAttribute("rule", known ? rule : null);
        model.addAttribute("resting", resting);
        model.addAttribute("done", withdrawals.all().stream().map(Line::of).toList());
        model.addAttribute("most", REASON_AT_MOST_CHARACTERS);
        return "web/rule-withdrawal";
    }

    @PostMapping("/rules/withdrawal")
    String withdraw(@RequestParam(defaultValue = "") String rule, @RequestParam(defaultValue = "") String reason, Authentication who, Model model, HttpServletResponse response) {
        String words = reason.strip();
        boolean known = known().contains(rule) || !withdrawals.restingOn(rule).isEmpty();
        if (!known || words.isEmpty() || words.length() > REASON_AT_MOST_CHARACTERS) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("error", "Choose a rule that has raised alerts, and give a reason of at most " + REASON_AT_MOST_CHARACTERS + " characters");
            return ask(rule, model);
        }
        withdrawals.withdraw(rule, words, Viewer.of(who).account());
        return "redirect:/rules/withdrawal";
    }

    /** Ids of the rules in force, and of those that have raised an alert before. */
    private Set<String> known() {
        Set<String> known = rules.rulesInForce().stream().map(RuleVersions.RuleInForce::id).collect(Collectors.toCollection(TreeSet::new));
        rates.rates().forEach(rate -> known.add(rate.rule().id()));
        return known;
    }
}
