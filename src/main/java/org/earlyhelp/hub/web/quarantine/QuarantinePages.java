package org.earlyhelp.hub.web.quarantine;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.earlyhelp.hub.intake.QuarantinedRow.Choice;
import org.earlyhelp.hub.intake.quarantine.QuarantineRuns;
import org.earlyhelp.hub.intake.quarantine.QuarantineRuns.Asked;
import org.earlyhelp.hub.intake.quarantine.RowDesk;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was refused and is kept, by reason and row by row, and asking for a run of one, many or all. Shows no value. */
@Controller
class QuarantinePages {
    private static final int ROWS_SHOWN = 200;
    private static final int RUNS_SHOWN = 20;
    private final RowDesk rows;
    private final QuarantineRuns runs;

    QuarantinePages(RowDesk rows, QuarantineRuns runs) {
        this.rows = rows;
        this.runs = runs;
    }

    @GetMapping("/quarantine")
    String quarantine(Model model) {
        model.addAttribute("groups", rows.groups());
        model.addAttribute("open", rows.countOpen(Choice.ALL));
        model.addAttribute("runs", runs.newest(RUNS_SHOWN).stream().map(RunLine::of).toList());
        return "web/quarantine";
    }

    @GetMapping("/quarantine/rows")
    String rows(@RequestParam(required = false) String agency, @RequestParam(required = false) String feed, @RequestParam(required = false) String code,
                @RequestParam(required = false) String receipt, Model model) {
        Choice choice = new Choice(given(agency), given(feed), given(code), given(receipt), null);
        List<QuarantinedRow> shown = rows.open(choice, ROWS_SHOWN);
        model.addAttribute("choice", choice);
        model.addAttribute("scope", scope(choice));
        model.addAttribute("rows", shown);
        model.addAttribute("open", rows.countOpen(choice));
        return "web/quarantine-rows";
    }

    /** Either the ticked rows, or all of a choice. */
    @PostMapping("/quarantine/runs")
    String ask(@RequestParam(required = false) String agency, @RequestParam(required = false) String feed, @RequestParam(required = false) String code,
               @RequestParam(required = false) String receipt, @RequestParam(required = false) List<Long> row, @RequestParam(defaultValue = "ticked") String which,
               Authentication who, Model model) {
        boolean all = which.equals("all");
        Choice choice = all ? new Choice(given(agency), given(feed), given(code), given(receipt), null) : new Choice(null, null, null, null, row == null ? List.of() : row);
        String scope = all ? scope(choice) : choice.ids().size() == 1 ? "one row" : choice.ids().size() + " ticked rows";
        return answered(runs.ask(choice, scope, Viewer.of(who).account()), model);
    }

    @PostMapping("/deliveries/{receipt}/again")
    String again(@PathVariable String receipt, Authentication who, Model model) {
        return answered(runs.askWhole(receipt, Viewer.of(who).account()), model);
    }

    @PostMapping("/deliveries/{receipt}/once-more")
    String onceMore(@PathVariable String receipt) {
        runs.tryOnceMore(receipt);
        return "redirect:/deliveries/" + receipt;
    }

    private String answered(Asked asked, Model model) {
        if (asked instanceof Asked.Run run) {
            return "redirect:/quarantine/runs/" + run.id();
        }
        model.addAttribute("refused", ((Asked.Refused) asked).why());
        return quarantine(model);
    }

    static String scope(Choice choice) {
        String chosen = Stream.of(choice.receipt(), choice.agency() == null ? null : choice.agency() + "/" + choice.feed(), choice.code())
                .filter(Objects::nonNull).collect(Collectors.joining(", "));
        return chosen.isEmpty() ? "everything that was refused" : "rows of " + chosen;
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
