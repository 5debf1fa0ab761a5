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
import org.earlyhelp.hub.web.StaffRole;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A manager takes a rule back: first which open alerts would end, then the reason, then it is done, or a second person is asked. */
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

    /** A withdrawal in words; {@code mine} when whoever looks asked for it. */
    record Line(long id, String when, String by, String rule, String reason, String state, boolean waits, boolean mine, List<String> resting) {
    }

    private Line line(RuleWithdrawals.Withdrawal one, Viewer viewer) {
        boolean waits = one.state() == RuleWithdrawals.State.ASKED;
        String state = switch (one.state()) {
            case ASKED -> "waits for a second person";
            case BEGUN -> "under way";
            case DONE -> one.alerts().size() + (one.alerts().size() == 1 ? " alert ended" : " alerts ended") + (one.confirmedBy() == null ? "" : ", confirmed by " + one.confirmedBy());
            case LEFT -> "left alone";
        };
        return new Line(one.id(), PlainTime.of(one.at()), one.by(), one.rule(), one.reason(), state, waits, one.by().equals(viewer.account()),
                waits ? withdrawals.restingOn(one.rule()) : List.of());
    }

    @GetMapping("/rules/withdrawal")
    String ask(@RequestParam(defaultValue = "") String rule, Authentication who, Model model) {
        Viewer viewer = Viewer.of(who);
        List<String> resting = withdrawals.restingOn(rule);
        boolean known = !resting.isEmpty() || known().contains(rule);
        model.addAttribute("rules", known());
        model.addAttribute("rule", known ? rule : null);
        model.addAttribute("resting", resting);
        model.addAttribute("two", known && withdrawals.takesTwo(rule));
        model.addAttribute("mayAsk", viewer.role() == StaffRole.MANAGER);
        model.addAttribute("done", withdrawals.newest().stream().map(one -> line(one, viewer)).toList());
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
            return ask(rule, who, model);
        }
        withdrawals.withdraw(rule, words, Viewer.of(who).account());
        return "redirect:/rules/withdrawal";
    }

    @PostMapping("/rules/withdrawal/{id:[0-9]{1,18}}/confirm")
    String confirm(@PathVariable long id, Authentication who, Model model, HttpServletResponse response) {
        return withdrawals.confirm(id, Viewer.of(who).account()).isPresent() ? "redirect:/rules/withdrawal"
                : refused("It does not wait any more, or you asked for it yourself: somebody else confirms it. Nothing was changed", who, model, response);
    }

    @PostMapping("/rules/withdrawal/{id:[0-9]{1,18}}/leave")
    String leave(@PathVariable long id, Authentication who, Model model, HttpServletResponse response) {
        return withdrawals.leave(id).isPresent() ? "redirect:/rules/withdrawal" : refused("It does not wait any more. Nothing was changed", who, model, response);
    }

    private String refused(String error, Authentication who, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("error", error);
        return ask("", who, model);
    }

    /** Ids of the rules in force, and of those that have raised an alert before. */
    private Set<String> known() {
        Set<String> known = rules.rulesInForce().stream().map(RuleVersions.RuleInForce::id).collect(Collectors.toCollection(TreeSet::new));
        rates.rates().forEach(rate -> known.add(rate.rule().id()));
        return known;
    }
}
