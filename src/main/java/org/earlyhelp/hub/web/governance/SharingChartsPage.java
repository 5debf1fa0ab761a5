package org.earlyhelp.hub.web.governance;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.audit.DisclosureCounts;
import org.earlyhelp.hub.sharing.audit.DisclosureCounts.Count;
import org.earlyhelp.hub.sharing.audit.DisclosureCounts.Part;
import org.earlyhelp.hub.web.measures.CsvAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Disclosures of the last months by agency, recipient and basis: as charts, as tables, and all of it as CSV. */
@Controller
class SharingChartsPage {
    static final int MONTHS = 12;
    private static final List<String> HEADER = List.of("by", "name", "month", "disclosures");

    private final DisclosureCounts counts;
    private final AgreementBook book;
    private final HubClock clock;

    SharingChartsPage(DisclosureCounts counts, AgreementBook book, HubClock clock) {
        this.counts = counts;
        this.book = book;
        this.clock = clock;
    }

    @GetMapping("/sharing/charts")
    String charts(Model model) {
        List<YearMonth> months = months();
        List<Count> found = found(months);
        model.addAttribute("parts", List.of(DisclosurePart.of("By agency whose data it was", Part.SOURCE, found, months, this::agency),
                DisclosurePart.of("By recipient", Part.RECIPIENT, found, months, SharingChartsPage::orNone),
                DisclosurePart.of("By basis", Part.BASIS, found, months, SharingChartsPage::orNone)));
        model.addAttribute("none", found.isEmpty());
        return "web/sharing-charts";
    }

    @GetMapping("/sharing/charts.csv")
    ResponseEntity<String> csv() {
        return CsvAnswer.of("disclosures.csv", HEADER, found(months()).stream().sorted(Comparator.comparing(Count::part).thenComparing(Count::name).thenComparing(Count::month))
                .map(count -> List.of(count.part().name(), count.name(), count.month().toString(), String.valueOf(count.entries()))));
    }

    private List<Count> found(List<YearMonth> months) {
        return counts.of(months.get(0), months.get(months.size() - 1));
    }

    private List<YearMonth> months() {
        YearMonth now = YearMonth.from(clock.today());
        return IntStream.range(0, MONTHS).mapToObj(i -> now.minusMonths(MONTHS - 1L - i)).toList();
    }

    private String agency(String id) {
        return id.isEmpty() ? orNone(id) : ActWords.agency(id, book.agreementOf(id).map(Agreement::name).orElse(id));
    }

    private static String orNone(String name) {
        return name.isEmpty() ? "None stated" : name;
    }
}
