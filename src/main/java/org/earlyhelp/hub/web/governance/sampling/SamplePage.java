package org.earlyhelp.hub.web.governance.sampling;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.web.Viewer;
import org.earlyhelp.hub.web.governance.EntrySheets;
import org.earlyhelp.hub.web.governance.sampling.Sample.Drawn;
import org.earlyhelp.hub.web.governance.sampling.Sample.Verdict;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One sample: its entries one by one with the judgement of each, the signature, and the report. */
@Controller
class SamplePage {
    static final int NOTE_AT_MOST_CHARACTERS = 500;

    private final SampleDesk desk;
    private final EntrySheets sheets;

    SamplePage(SampleDesk desk, EntrySheets sheets) {
        this.desk = desk;
        this.sheets = sheets;
    }

    @GetMapping("/sharing/sampling/{id}")
    String sample(@PathVariable long id, Authentication who, Model model) {
        return page(sample(id), Viewer.of(who).account(), null, model);
    }

    @GetMapping("/sharing/sampling/{id}/report")
    String report(@PathVariable long id, Authentication who, Model model) {
        Sample sample = sample(id);
        page(sample, Viewer.of(who).account(), null, model);
        model.addAttribute("same", desk.drawsTheSame(sample));
        return "web/sample-report";
    }

    @PostMapping("/sharing/sampling/{id}/sign")
    String sign(@PathVariable long id, @RequestParam(defaultValue = "") String remark, Authentication who, Model model, HttpServletResponse response) {
        sample(id);
        Optional<String> refused = remark.strip().length() > NOTE_AT_MOST_CHARACTERS ? Optional.of("The remark must be " + NOTE_AT_MOST_CHARACTERS + " characters or fewer.")
                : desk.sign(id, remark.strip(), Viewer.of(who).account());
        if (refused.isEmpty()) {
            return "redirect:/sharing/sampling/" + id;
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        return page(sample(id), Viewer.of(who).account(), refused.get(), model);
    }

    @GetMapping("/sharing/sampling/{id}/{place:[0-9]{1,3}}")
    String entry(@PathVariable long id, @PathVariable int place, Model model) {
        return entry(sample(id), place, null, model);
    }

    @PostMapping("/sharing/sampling/{id}/{place:[0-9]{1,3}}")
    String judge(@PathVariable long id, @PathVariable int place, @RequestParam(defaultValue = "") String verdict, @RequestParam(defaultValue = "") String note,
                 Authentication who, Model model, HttpServletResponse response) {
        Optional<Verdict> found = Arrays.stream(Verdict.values()).filter(one -> one.name().equals(verdict)).findFirst();
        String kept = note.strip();
        if (found.isEmpty() || kept.length() > NOTE_AT_MOST_CHARACTERS || kept.isEmpty() && found.get() != Verdict.JUSTIFIED) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return entry(sample(id), place, found.isEmpty() ? "Choose what you found" : "Say why in a note of at most " + NOTE_AT_MOST_CHARACTERS + " characters", model);
        }
        if (!desk.judge(id, place, found.get(), kept, Viewer.of(who).account())) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return "redirect:/sharing/sampling/" + id + sample(id).nextOpen(place).map(next -> "/" + next.place()).orElse("");
    }

    private String entry(Sample sample, int place, String error, Model model) {
        Drawn drawn = sample.entries().stream().filter(one -> one.place() == place).findFirst().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("sample", sample.id());
        model.addAttribute("month", PlainTime.month(sample.draw().month()));
        model.addAttribute("place", place);
        model.addAttribute("of", sample.entries().size());
        model.addAttribute("sheet", sheets.find(drawn.entry()).orElse(null));
        model.addAttribute("entry", drawn.entry());
        model.addAttribute("judgements", drawn.judgements().stream().map(SampleLine::words).toList());
        model.addAttribute("open", sample.signature().isEmpty());
        model.addAttribute("error", error);
        model.addAttribute("most", NOTE_AT_MOST_CHARACTERS);
        return "web/sample-entry";
    }

    private static String page(Sample sample, String account, String refused, Model model) {
        model.addAttribute("sample", sample);
        model.addAttribute("month", PlainTime.month(sample.draw().month()));
        model.addAttribute("drawn", PlainTime.of(sample.drawnAt()));
        model.addAttribute("lines", sample.entries().stream().map(SampleLine::of).toList());
        model.addAttribute("open", sample.open());
        model.addAttribute("counts", SampleLine.counts(sample));
        model.addAttribute("signature", sample.signature().orElse(null));
        model.addAttribute("signedAt", sample.signature().map(signature -> PlainTime.of(signature.at())).orElse(null));
        model.addAttribute("maySign", sample.signature().isEmpty() && sample.open() == 0 && !sample.hands().contains(account));
        model.addAttribute("refused", refused);
        model.addAttribute("most", NOTE_AT_MOST_CHARACTERS);
        return "web/sample";
    }

    private Sample sample(long id) {
        return desk.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
