package org.earlyhelp.hub.web.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.AlertFigures;
import org.earlyhelp.hub.alert.HelpFigures;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.need.NeedFigures;
import org.earlyhelp.hub.web.counts.CountTable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the front door does and what became of the needs it decided on; each table also as CSV. */
@Controller
class MeasuresPage {
    private final AlertFigures alerts;
    private final HelpFigures help;
    private final NeedFigures needs;
    private final LocalityFigures localities;
    private final HubClock clock;

    MeasuresPage(AlertFigures alerts, HelpFigures help, NeedFigures needs, LocalityFigures localities, HubClock clock) {
        this.alerts = alerts;
        this.help = help;
        this.needs = needs;
        this.localities = localities;
        this.clock = clock;
    }

    @GetMapping("/measures")
    String measures(Model model) {
        model.addAttribute("waits", waits());
        model.addAttribute("afterwards", afterwards());
        model.addAttribute("levelFour", levelFour());
        model.addAttribute("rates", rates());
        model.addAttribute("since", needs.knownSince().orElse(null));
        return "web/measures";
    }

    @GetMapping("/measures/waits.csv")
    ResponseEntity<String> waitsCsv() {
        return CsvAnswer.of("waits.csv", List.of("month", "decided", "days_half", "days_nine_tenths", "hours_half", "hours_nine_tenths"),
                waits().lines().stream().map(line -> List.of(line.name(), line.decided().plain(), line.days().half(), line.days().nineTenths(),
                        line.hours().half(), line.hours().nineTenths())));
    }

    @GetMapping("/measures/afterwards.csv")
    ResponseEntity<String> afterwardsCsv() {
        return CsvAnswer.of("afterwards.csv", List.of("after", "outcome_and_decision", "course", "needs"),
                afterwards().parts().stream().flatMap(part -> lines(part.id(), part.table())));
    }

    @GetMapping("/measures/level-4.csv")
    ResponseEntity<String> levelFourCsv() {
        return CsvAnswer.of("level-4.csv", List.of("measure", "part", "children"), levelFour().parts().stream().flatMap(part -> Stream.concat(
                part.list().names().stream().map(name -> List.of(part.id(), name, part.list().of(name).plain())),
                Stream.of(List.of(part.id(), "All", part.list().total().plain())))));
    }

    @GetMapping("/measures/rates.csv")
    ResponseEntity<String> ratesCsv() {
        return CsvAnswer.of("rates.csv", List.of("locality", "children_living_there", "children_in_need", "in_need_per_1000", "alerts_12_months", "alerts_per_1000"),
                rates().lines().stream().map(line -> List.of(line.name(), line.population().isPresent() ? String.valueOf(line.population().getAsInt()) : "",
                        line.inNeed().plain(), line.inNeedRate(), line.alerts().plain(), line.alertRate())));
    }

    private static Stream<List<String>> lines(String after, CountTable table) {
        return Stream.concat(table.rows().stream(), Stream.of(table.totals())).flatMap(row -> Stream.concat(
                IntStream.range(0, table.columns().size()).mapToObj(i -> List.of(after, row.name(), table.columns().get(i), row.counts().get(i).plain())),
                Stream.of(List.of(after, row.name(), "All", row.total().plain()))));
    }

    private Waits waits() {
        Months months = Months.upTo(clock.today());
        return Waits.of(alerts.decided(months.firstDay()), months);
    }

    private Afterwards afterwards() {
        LocalDate today = clock.today();
        return Afterwards.of(help.followed(today.minus(Afterwards.FOLLOWED), today.plusDays(1)), today);
    }

    private LevelFour levelFour() {
        return LevelFour.of(help.childrenAtLevelFour(), clock.today());
    }

    private Rates rates() {
        return Rates.of(needs.childrenInNeed(), localities.alerts(Months.upTo(clock.today())), localities.places());
    }
}
