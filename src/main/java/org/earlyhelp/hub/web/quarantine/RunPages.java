package org.earlyhelp.hub.web.quarantine;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.intake.QuarantineRun;
import org.earlyhelp.hub.intake.QuarantineRun.State;
import org.earlyhelp.hub.intake.quarantine.QuarantineRuns;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** One run of what was refused: its count, its start by a word, how far it is, and what it came to. */
@Controller
class RunPages {
    private static final String EVERY_TWO_SECONDS = "2";
    private final QuarantineRuns runs;

    RunPages(QuarantineRuns runs) {
        this.runs = runs;
    }

    /** How many rows came to what. */
    record Tally(String words, long rows) {
    }

    /** The page looks again by itself while there is work. */
    @GetMapping("/quarantine/runs/{id:[0-9]{1,18}}")
    String run(@PathVariable long id, Model model, HttpServletResponse response) {
        QuarantineRun run = find(id);
        if (run.state().isAtWork()) {
            response.setHeader("Refresh", EVERY_TWO_SECONDS);
        }
        model.addAttribute("run", run);
        model.addAttribute("line", RunLine.of(run));
        model.addAttribute("percent", run.rows() == 0 ? 0 : Math.min(100, run.rowsDone() * 100 / run.rows()));
        model.addAttribute("tally", tally(runs.tally(run)));
        model.addAttribute("waits", run.state() == State.COUNTED);
        return "web/quarantine-run";
    }

    @PostMapping("/quarantine/runs/{id:[0-9]{1,18}}/start")
    String start(@PathVariable long id, Authentication who) {
        runs.start(find(id).id(), Viewer.of(who).account());
        return "redirect:/quarantine/runs/" + id;
    }

    @PostMapping("/quarantine/runs/{id:[0-9]{1,18}}/leave")
    String leave(@PathVariable long id, Authentication who) {
        runs.leave(find(id).id(), Viewer.of(who).account());
        return "redirect:/quarantine/runs/" + id;
    }

    private QuarantineRun find(long id) {
        return runs.run(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static List<Tally> tally(Map<String, Long> rows) {
        return rows.entrySet().stream().map(came -> new Tally(CodeWords.of(came.getKey()), came.getValue())).toList();
    }
}
