package org.earlyhelp.hub.web.measures;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.need.NeedFigures;
import org.earlyhelp.hub.web.counts.CountTable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Needs and alerts by locality and month: as tables, as charts, and the same as CSV. */
@Controller
class LocalitiesPage {
    private static final List<String> HEADER = List.of("what", "month", "locality", "count");
    private static final String ALL = "all";
    private final LocalityFigures figures;
    private final NeedFigures needs;
    private final HubClock clock;

    LocalitiesPage(LocalityFigures figures, NeedFigures needs, HubClock clock) {
        this.figures = figures;
        this.needs = needs;
        this.clock = clock;
    }

    @GetMapping("/localities")
    String localities(@RequestParam(required = false) String from, @RequestParam(required = false) String to, Model model) {
        Months months = Months.upTo(clock.today()).between(from, to);
        Places places = figures.places();
        model.addAttribute("months", months);
        model.addAttribute("since", needs.knownSince().orElse(null));
        model.addAttribute("parts", List.of(LocalityPart.of("Needs that began", figures.needs(months), months, places),
                LocalityPart.of("Alerts raised", figures.alerts(months), months, places)));
        return "web/localities";
    }

    @GetMapping("/localities.csv")
    ResponseEntity<String> csv(@RequestParam(required = false) String from, @RequestParam(required = false) String to) {
        Months months = Months.upTo(clock.today()).between(from, to);
        return CsvAnswer.of("localities.csv", HEADER, Stream.concat(lines("needs", figures.needs(months), months), lines("alerts", figures.alerts(months), months)));
    }

    private static Stream<List<String>> lines(String what, CountTable table, Months months) {
        Stream<List<String>> wanted = table.rows().stream().filter(row -> months.shows(row.name())).flatMap(row -> line(what, row.name(), row, table));
        return Stream.concat(wanted, line(what, ALL, table.totals(), table));
    }

    private static Stream<List<String>> line(String what, String month, CountTable.Row row, CountTable table) {
        Stream<List<String>> cells = IntStream.range(0, table.columns().size())
                .mapToObj(i -> List.of(what, month, table.columns().get(i), row.counts().get(i).plain()));
        return Stream.concat(cells, Stream.of(List.of(what, month, ALL, row.total().plain())));
    }
}
