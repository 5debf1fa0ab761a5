package org.earlyhelp.hub.web.fairness;

import java.util.List;
import org.earlyhelp.hub.page.BarChart;
import org.earlyhelp.hub.web.fairness.FairnessReport.Row;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Whether the matching serves people of all names and agencies alike: a table with its chart, and the same as CSV. */
@Controller
class FairnessPage {
    private static final String FILE = "fairness.csv";
    private final FairnessReport report = FairnessReport.shipped();

    /** A table and the chart of its shares found. */
    record Part(String heading, List<Row> rows, BarChart chart) {
        static Part of(FairnessReport report, String heading, String groupedBy, String people) {
            List<Row> rows = report.rows(groupedBy, people);
            List<Row> judged = rows.stream().filter(Row::judged).toList();
            return new Part(heading, rows, BarChart.of(heading + ": share of pairs found", judged.stream().map(Row::name).toList(),
                    judged.stream().map(Row::recall).toList(), judged.stream().map(Row::recallText).toList()));
        }
    }

    @GetMapping("/reviews/fairness")
    String fairness(Model model) {
        model.addAttribute("measured", report.measured());
        model.addAttribute("parts", List.of(Part.of(report, "Children, by origin of names", "origin of names", "children"),
                Part.of(report, "Everybody, by origin of names", "origin of names", "all"),
                Part.of(report, "Children, by agency", "agency", "children"), Part.of(report, "Everybody, by agency", "agency", "all")));
        return "web/fairness";
    }

    @GetMapping("/reviews/fairness.csv")
    ResponseEntity<String> csv() {
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(FILE).build().toString())
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8")).body(report.csv());
    }
}
