package org.earlyhelp.hub.web.governance.sampling;

import jakarta.servlet.http.HttpServletResponse;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All samples, and the form that draws one. */
@Controller
class SamplesPage {
    static final int MONTHS_OFFERED = 24;
    static final String SIZE_OFFERED = "25";

    private final SampleDesk desk;
    private final HubClock clock;

    SamplesPage(SampleDesk desk, HubClock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** One sample in the list. */
    record Line(long id, String month, int entries, String drawn, String state) {
        static Line of(Sample sample) {
            return new Line(sample.id(), PlainTime.month(sample.draw().month()), sample.entries().size(), PlainTime.of(sample.drawnAt()) + ", " + sample.drawnBy(), state(sample));
        }

        private static String state(Sample sample) {
            return sample.signature().map(signature -> "Signed by " + signature.by() + ", " + PlainTime.of(signature.at()))
                    .orElseGet(() -> sample.open() == 0 ? "Waits for a second person's signature" : sample.open() + " of " + sample.entries().size() + " to judge");
        }
    }

    @GetMapping("/sharing/sampling")
    String samples(Model model) {
        return page(months().keySet().iterator().next(), SIZE_OFFERED, Map.of(), model);
    }

    @PostMapping("/sharing/sampling")
    String draw(@RequestParam(defaultValue = "") String month, @RequestParam(defaultValue = "") String size, Authentication who, Model model, HttpServletResponse response) {
        Map<String, String> problems = new LinkedHashMap<>();
        Optional<YearMonth> wanted = month(month);
        if (wanted.isEmpty()) {
            problems.put("month", "Choose a month from the list");
        }
        if (!size.matches("[0-9]{1,3}") || Integer.parseInt(size) < 1 || Integer.parseInt(size) > Sample.SIZE_LIMIT) {
            problems.put("size", "Enter a number from 1 to " + Sample.SIZE_LIMIT);
        }
        Optional<Long> drawn = problems.isEmpty() ? desk.draw(wanted.orElseThrow(), Integer.parseInt(size), Viewer.of(who).account()) : Optional.empty();
        if (drawn.isEmpty()) {
            problems.putIfAbsent(problems.isEmpty() ? "month" : problems.keySet().iterator().next(), "Nothing was disclosed or refused in that month");
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return page(month, size, problems, model);
        }
        return "redirect:/sharing/sampling/" + drawn.get();
    }

    private String page(String month, String size, Map<String, String> problems, Model model) {
        model.addAttribute("months", months());
        model.addAttribute("month", month);
        model.addAttribute("size", size);
        model.addAttribute("most", Sample.SIZE_LIMIT);
        model.addAttribute("problems", problems);
        List<Line> lines = desk.latest().stream().map(Line::of).toList();
        model.addAttribute("lines", lines);
        return "web/samples";
    }

    /** The month that ended last comes first: it is the one to audit. */
    private Map<String, String> months() {
        YearMonth now = YearMonth.from(clock.today());
        Map<String, String> months = new LinkedHashMap<>();
        IntStream.range(1, MONTHS_OFFERED).mapToObj(now::minusMonths).forEach(month -> months.put(month.toString(), PlainTime.month(month)));
        months.put(now.toString(), PlainTime.month(now) + ", so far");
        return months;
    }

    private Optional<YearMonth> month(String text) {
        return months().containsKey(text) ? Optional.of(YearMonth.parse(text)) : Optional.empty();
    }
}
