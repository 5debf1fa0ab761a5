package org.earlyhelp.hub.web.duty;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.earlyhelp.hub.alert.FeedbackRates;
import org.earlyhelp.hub.alert.RuleWithdrawals;
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

    RuleWithdrawalPage(RuleWithdrawals withdrawals, FeedbackRates rates) {
        this.withdrawals = withdrawals;
        this.rates = rates;
    }

    /** A withdrawal in words. */
    record Line(String when, String by, String rule, String reason, List<String> alerts, int waiting) {
        static Line of(RuleWithdrawals.Withdrawal done) {
            return new Line(PlainTime.of(done.at()), done.by(), done.rule(), done.reason(), done.alerts(), done.waiting());
        }
    }

    @GetMapping("/rules/withdrawal")
    String ask(@RequestParam(defaultValue = "") String rule, Model model) {
        Set<String> known = known();
        model.addAttribute("rules", known);
        model.addAttribute("rule", known.contains(rule) ? rule : null);
        model.addAttribute("resting", known.contains(rule) ? withdrawals.restingOn(rule) : List.of());
        model.addAttribute("done", withdrawals.all().stream().map(Line::of).toList());
        model.addAttribute("most", REASON_AT_MOST_CHARACTERS);
        return "web/rule-withdrawal";
    }

    @PostMapping("/rules/withdrawal")
    String withdraw(@RequestParam(defaultValue = "") String rule, @RequestParam(defaultValue = "") String reason, Authentication who, Model model, HttpServletResponse response) {
        String words = reason.strip();
        if (!known().contains(rule) || words.isEmpty() || words.length() > REASON_AT_MOST_CHARACTERS) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("error", "Choose a rule that has raised alerts, and give a reason of at most " + REASON_AT_MOST_CHARACTERS + " characters");
            return ask(rule, model);
        }
        withdrawals.withdraw(rule, words, Viewer.of(who).account());
        return "redirect:/rules/withdrawal";
    }

    /** Ids of the rules that have raised an alert. */
    private Set<String> known() {
        Set<String> known = new TreeSet<>();
        rates.rates().forEach(rate -> known.add(rate.rule().id()));
        return known;
    }
}
