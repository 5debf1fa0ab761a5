package org.earlyhelp.hub.web.erasure;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.rights.hold.LegalHolds;
import org.earlyhelp.hub.rights.retain.RetentionDesk;
import org.earlyhelp.hub.rights.retain.RetentionRun;
import org.earlyhelp.hub.rights.retain.RetentionRun.State;
import org.earlyhelp.hub.web.StaffRole;
import org.earlyhelp.hub.web.Viewer;
import org.earlyhelp.hub.web.export.CsvCells;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** What has run out by agency and class, as counts; asked for by one person, confirmed by another. */
@Controller
class RetentionPages {
    private final RetentionDesk desk;
    private final LegalHolds holds;

    RetentionPages(RetentionDesk desk, LegalHolds holds) {
        this.desk = desk;
        this.holds = holds;
    }

    /** A run in words. */
    record Sheet(long id, String state, String asOf, String asked, String decided, List<RetentionRun.Line> lines, boolean mayAsk, boolean waits, boolean mayConfirm) {
        static Sheet of(RetentionRun run, Viewer viewer) {
            boolean asked = run.state() == State.ASKED;
            return new Sheet(run.id(), words(run.state()), PlainTime.of(run.asOf()), run.askedBy() == null ? null : run.askedBy() + ", " + PlainTime.of(run.askedAt()),
                    run.decidedBy() == null ? null : run.decidedBy() + ", " + PlainTime.of(run.decidedAt()), run.lines(),
                    run.state() == State.FOUND && viewer.role() == StaffRole.IG, asked, asked && !viewer.account().equals(run.askedBy()));
        }

        private static String words(State state) {
            return switch (state) {
                case FOUND -> "Found; nobody has asked for it";
                case ASKED -> "Waits for a second person";
                case DECLINED -> "Declined";
                case CONFIRMED -> "Confirmed; it is carried out";
                case DONE -> "Done";
            };
        }
    }

    @GetMapping("/rights/retention")
    String show(Authentication who, Model model) {
        return show(null, who, model);
    }

    @GetMapping("/rights/retention/{id:[0-9]{1,18}}.csv")
    ResponseEntity<String> csv(@PathVariable long id) {
        RetentionRun run = desk.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String text = Stream.concat(Stream.of("agency,class,last_fact_before,items,people,oldest,gone"), run.lines().stream().map(line -> Stream.of(line.agency(), line.dataClass(),
                line.before(), line.items(), line.people(), line.oldest(), line.gone()).map(String::valueOf).map(CsvCells::of).collect(Collectors.joining(","))))
                .collect(Collectors.joining("\n", "", "\n"));
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("retention-" + id + ".csv").build().toString())
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8")).body(text);
    }

    @PostMapping("/rights/retention/{id:[0-9]{1,18}}/ask")
    String ask(@PathVariable long id, Authentication who, Model model, HttpServletResponse response) {
        return act(() -> desk.ask(id, Viewer.of(who).account()), who, model, response);
    }

    @PostMapping("/rights/retention/{id:[0-9]{1,18}}/confirm")
    String confirm(@PathVariable long id, Authentication who, Model model, HttpServletResponse response) {
        return act(() -> desk.confirm(id, Viewer.of(who).account()), who, model, response);
    }

    @PostMapping("/rights/retention/{id:[0-9]{1,18}}/decline")
    String decline(@PathVariable long id, Authentication who, Model model, HttpServletResponse response) {
        return act(() -> desk.decline(id, Viewer.of(who).account()), who, model, response);
    }

    private String act(Runnable act, Authentication who, Model model, HttpServletResponse response) {
        try {
            act.run();
            return "redirect:/rights/retention";
        } catch (IllegalArgumentException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(e.getMessage(), who, model);
        }
    }

    private String show(String error, Authentication who, Model model) {
        Viewer viewer = Viewer.of(who);
        model.addAttribute("runs", desk.newest().stream().map(run -> Sheet.of(run, viewer)).toList());
        model.addAttribute("holds", holds.standing().size());
        model.addAttribute("error", error);
        return "web/retention";
    }
}
