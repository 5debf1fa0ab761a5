package org.earlyhelp.hub.web.quarantine;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.intake.QuarantinedRow;
import org.earlyhelp.hub.intake.quarantine.RowDesk;
import org.earlyhelp.hub.intake.quarantine.BrokenText;
import org.earlyhelp.hub.intake.quarantine.RowDesk.Opened;
import org.earlyhelp.hub.intake.quarantine.RowMending;
import org.earlyhelp.hub.intake.quarantine.RowMending.Answer;
import org.earlyhelp.hub.mapping.PiecedText;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.Disclosure;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.web.RefusedPage;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One refused row: masked, revealed for a reason, corrected for a reason, with its history. */
@Controller
class RowPages {
    private static final int REASON_AT_MOST_CHARACTERS = 500;
    private static final String NEW_TEXT = "new ";
    private static final String NO_TEXT = "none ";
    private static final String TEXT = "text";
    private final RowDesk rows;
    private final RowMending mending;
    private final DisclosureDesk desk;
    private final TransactionTemplate transaction;

    RowPages(RowDesk rows, RowMending mending, DisclosureDesk desk, TransactionTemplate transaction) {
        this.rows = rows;
        this.mending = mending;
        this.desk = desk;
        this.transaction = transaction;
    }

    @GetMapping("/quarantine/rows/{id:[0-9]{1,18}}")
    String row(@PathVariable long id, Model model) {
        return show(find(id), null, model);
    }

    /** {@code whole}: the text of a row that cannot be read, in place of its fields. */
    @PostMapping("/quarantine/rows/{id:[0-9]{1,18}}/reveal")
    String reveal(@PathVariable long id, @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "false") boolean whole,
                  Authentication who, Model model, HttpServletResponse response) {
        QuarantinedRow row = find(id);
        if (!isReason(reason) || !(rows.content(row) instanceof Opened.Content content)) {
            return faulty(row, isReason(reason) ? "This row cannot be read field by field." : "Say why you need to see it, in at most " + REASON_AT_MOST_CHARACTERS + " characters", model, response);
        }
        return whole && content.broken() != null ? revealWhole(row, content, reason.strip(), Viewer.of(who), model, response)
                : revealFields(row, content, reason.strip(), Viewer.of(who), model, response);
    }

    private String revealFields(QuarantinedRow row, Opened.Content content, String reason, Viewer viewer, Model model, HttpServletResponse response) {
        Disclosure<List<RowSheet.Line>> answer = desk.disclose(RowSheet.request(viewer, row, content, reason), allowance -> RowSheet.revealed(content, allowance));
        return answer instanceof Disclosed<List<RowSheet.Line>> disclosed ? show(row, disclosed.content(), model)
                : RefusedPage.show((Disclosure.Refused<List<RowSheet.Line>>) answer, model, response);
    }

    private String revealWhole(QuarantinedRow row, Opened.Content content, String reason, Viewer viewer, Model model, HttpServletResponse response) {
        Disclosure<String> answer = desk.disclose(RowSheet.wholeRequest(viewer, row, content, reason), allowance -> PiecedText.pictured(content.broken().text()));
        if (answer instanceof Disclosure.Refused<String> refused) {
            return RefusedPage.show(refused, model, response);
        }
        model.addAttribute("written", ((Disclosed<String>) answer).content());
        model.addAttribute("isWhole", true);
        return show(row, null, model);
    }

    /**
     * {@code form}: {@code text} a new text of a row that cannot be read, written when so many corrections stood as {@code seen} says;
     * else {@code new KEY} a new text, {@code none KEY} that nothing stands there; fields left blank stay as they are.
     */
    @PostMapping("/quarantine/rows/{id:[0-9]{1,18}}/correct")
    String correct(@PathVariable long id, @RequestParam Map<String, String> form, Authentication who, Model model, HttpServletResponse response) {
        QuarantinedRow row = find(id);
        String reason = form.getOrDefault("reason", "").strip();
        if (form.containsKey(TEXT)) {
            model.addAttribute("written", form.get(TEXT));
        }
        if (!isReason(reason)) {
            return faulty(row, "Say why the row is corrected, in at most " + REASON_AT_MOST_CHARACTERS + " characters", model, response);
        }
        Answer answer = transaction.execute(status -> corrected(row, form, reason, Viewer.of(who)));
        return answer instanceof Answer.Refused refused ? faulty(row, refused.why(), model, response) : "redirect:/quarantine/rows/" + id;
    }

    private Answer corrected(QuarantinedRow row, Map<String, String> form, String reason, Viewer viewer) {
        boolean isText = form.containsKey(TEXT);
        Answer answer = form.containsKey("back") ? mending.takeBack(row, reason, viewer.account())
                : isText ? mending.rewrite(row, form.get(TEXT), form.getOrDefault("seen", ""), reason, viewer.account()) : mending.correct(row, texts(form), reason, viewer.account());
        if (answer instanceof Answer.Kept kept) {
            desk.note(List.of(new Act(ActKind.CORRECTED, null, viewer.recipient(), Purpose.OPERATION, row.agency(), Set.of(), Set.copyOf(kept.fields()),
                    Map.of("delivery", row.receipt(), "record", String.valueOf(row.record()), "reason", reason,
                            "what", kept.fields().isEmpty() ? "the corrections of a refused row were taken back"
                                    : isText ? "the text of a refused row was written anew" : "fields of a refused row were corrected"))));
        }
        return answer;
    }

    private static Map<String, String> texts(Map<String, String> form) {
        Map<String, String> texts = new LinkedHashMap<>();
        form.forEach((name, text) -> {
            if (name.startsWith(NEW_TEXT) && !text.isBlank()) {
                texts.put(name.substring(NEW_TEXT.length()), text);
            } else if (name.startsWith(NO_TEXT)) {
                texts.put(name.substring(NO_TEXT.length()), "");
            }
        });
        return texts;
    }

    private static boolean isReason(String reason) {
        return !reason.isBlank() && reason.strip().length() <= REASON_AT_MOST_CHARACTERS;
    }

    private String faulty(QuarantinedRow row, String fault, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("fault", fault);
        return show(row, null, model);
    }

    private String show(QuarantinedRow row, List<RowSheet.Line> revealed, Model model) {
        Opened opened = rows.content(row);
        model.addAttribute("row", row);
        model.addAttribute("revealed", revealed != null);
        if (opened instanceof Opened.Content content) {
            model.addAttribute("mapping", content.mapping());
            model.addAttribute("wouldBeTaken", content.wouldBeTaken());
            model.addAttribute("judged", content.judged());
            model.addAttribute("lines", revealed != null ? revealed : RowSheet.masked(content));
            model.addAttribute("isCorrected", !content.corrected().isEmpty());
            addText(content.broken(), model);
        } else {
            model.addAttribute("closed", ((Opened.Closed) opened).why());
        }
        List<QuarantinedRow.Correction> history = rows.history(row.id());
        model.addAttribute("seen", history.size());
        model.addAttribute("history", history.stream().map(RowPages::words).toList());
        model.addAttribute("attempts", rows.attempts(row.id()));
        return "web/quarantine-row";
    }

    /** What is written stands in the box: what somebody wrote just now, what is revealed, or else the text in pieces. */
    private static void addText(BrokenText broken, Model model) {
        model.addAttribute("broken", broken != null);
        if (broken != null) {
            model.addAttribute("isMended", broken.mended());
            model.addAttribute("pieces", broken.pieces().pieces());
            model.addAttribute("text", model.getAttribute("written") != null ? model.getAttribute("written") : broken.pieces().shown());
        }
    }

    private static String words(QuarantinedRow.Correction correction) {
        String what = correction.fields().isEmpty() ? "took the corrections back" : "corrected " + String.join(", ", correction.fields());
        return PlainTime.of(correction.at()) + ", " + correction.by() + " " + what + ": " + correction.reason() + (correction.erased() && !correction.fields().isEmpty() ? " (the new text was erased)" : "");
    }

    private QuarantinedRow find(long id) {
        return rows.row(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
