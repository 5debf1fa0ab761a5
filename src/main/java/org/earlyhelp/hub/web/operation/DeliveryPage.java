package org.earlyhelp.hub.web.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.earlyhelp.hub.intake.Deliveries;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.intake.QuarantineRun;
import org.earlyhelp.hub.intake.QuarantinedRow.Choice;
import org.earlyhelp.hub.intake.Stage;
import org.earlyhelp.hub.intake.quarantine.QuarantineRuns;
import org.earlyhelp.hub.intake.quarantine.RowDesk;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.web.operation.storage.DeliveryTrace;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The life of one delivery step by step, its errors by code, its refused rows, and whom and what it led to, by reference. */
@Controller
class DeliveryPage {
    private static final int ERRORS_SHOWN = 200;
    private static final int CODES_SHOWN = 100;
    private static final int RUNS_SHOWN = 20;
    private static final int REFERENCES_SHOWN = 50;

    private final Deliveries deliveries;
    private final DeliveryTrace trace;
    private final RowDesk rows;
    private final QuarantineRuns runs;

    DeliveryPage(Deliveries deliveries, DeliveryTrace trace, RowDesk rows, QuarantineRuns runs) {
        this.deliveries = deliveries;
        this.trace = trace;
        this.rows = rows;
        this.runs = runs;
    }

    /** One step of its life. */
    record Step(Instant at, String when, String what) {
        static Step of(Instant at, String what) {
            return new Step(at, PlainTime.of(at), what);
        }
    }

    /** A run of it or of rows of it. */
    record Run(long id, String words) {
    }

    @GetMapping("/deliveries/{receipt}")
    String delivery(@PathVariable String receipt, Model model) {
        Delivery delivery = deliveries.find(receipt).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        DeliveryTrace.Life life = trace.life(delivery.id());
        List<QuarantineRun> again = runs.ofDelivery(delivery.id(), RUNS_SHOWN);
        List<DeliveryError> errors = deliveries.errorsOf(delivery.id(), ERRORS_SHOWN);
        model.addAttribute("line", FeedPages.Line.of(delivery));
        model.addAttribute("life", life);
        model.addAttribute("steps", steps(delivery, life, again));
        model.addAttribute("faults", trace.faults(delivery.id(), CODES_SHOWN));
        model.addAttribute("errors", errors);
        model.addAttribute("truncated", errors.size() == ERRORS_SHOWN);
        model.addAttribute("quarantined", rows.countOpen(new Choice(null, null, null, receipt, null)));
        model.addAttribute("runs", again.stream().map(run -> new Run(run.id(), words(run))).toList());
        model.addAttribute("records", trace.records(delivery.id(), REFERENCES_SHOWN));
        model.addAttribute("people", trace.people(delivery.id(), REFERENCES_SHOWN));
        model.addAttribute("alerts", trace.alerts(delivery.id(), REFERENCES_SHOWN));
        model.addAttribute("most", REFERENCES_SHOWN);
        return "web/delivery";
    }

    private static List<Step> steps(Delivery delivery, DeliveryTrace.Life life, List<QuarantineRun> again) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(delivery.receivedAt(), arrival(delivery)));
        if (delivery.stage() == Stage.INCOMPLETE) {
            steps.add(Step.of(delivery.receivedAt(), "Nothing of it was kept or read."));
        } else if (delivery.decidedAt() == null) {
            steps.add(Step.of(delivery.receivedAt(), "Is being read: " + delivery.recordsDone() + " records are stored, begun " + life.starts() + " times since then, broken off " + life.failures() + " times."));
        } else {
            steps.add(Step.of(delivery.decidedAt(), "Read" + (delivery.mapping() == null ? "" : " by " + delivery.mapping()) + (delivery.agreement() == null ? "" : " under " + delivery.agreement())
                    + " and decided."));
        }
        if (life.copyLostAt() != null) {
            steps.add(Step.of(life.copyLostAt(), "The hub's own copy of it was found damaged for good: its sender was asked to send it again."));
        }
        again.stream().filter(run -> run.startedAt() != null).forEach(run -> steps.add(Step.of(run.startedAt(), "Run again by " + run.startedBy() + ": " + words(run) + ".")));
        if (life.answeredAt() != null) {
            steps.add(Step.of(life.answeredAt(), "Its sender was answered" + (again.isEmpty() ? "." : ", the last time.")));
        }
        steps.sort(Comparator.comparing(Step::at));
        return steps;
    }

    private static String arrival(Delivery delivery) {
        if (delivery.stage() == Stage.INCOMPLETE) {
            return "The upload broke off after " + delivery.bytes() + " bytes.";
        }
        return "Arrived whole" + (delivery.test() ? ", as a test that is not kept: " : " and was kept, encrypted: ") + delivery.bytes() + " bytes.";
    }

    private static String words(QuarantineRun run) {
        return run.scope() + ", " + switch (run.state()) {
            case COUNTING -> "being counted";
            case COUNTED -> "counted, not started";
            case RUNNING -> "running";
            case DONE -> run.why() != null ? "nothing was run" : run.taken() + " taken, " + run.refused() + " refused again";
            case LEFT -> "left alone";
            case STOPPED -> "stopped";
        };
    }
}
