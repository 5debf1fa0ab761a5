package org.earlyhelp.hub.web.measures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.AlertFigures;
import org.earlyhelp.hub.need.NeedFigures;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.web.counts.CountTable;
import org.springframework.stereotype.Component;

/** Needs and alerts by locality and month, as they may be shown: always of all twelve months, so that no two answers can be subtracted. */
@Component
class LocalityFigures {
    private final NeedFigures needs;
    private final AlertFigures alerts;
    private final RuleBook rules;

    LocalityFigures(NeedFigures needs, AlertFigures alerts, RuleBook rules) {
        this.needs = needs;
        this.alerts = alerts;
        this.rules = rules;
    }

    /** A count's place in a table. */
    private record Cell(String month, String locality) {
    }

    /** Needs that began, months by localities; the columns are ids of localities. */
    CountTable needs(Months months) {
        return table(months, needs.begun(months.firstDay()).stream()
                .map(one -> Map.entry(new Cell(one.month().toString(), one.locality()), one.needs())));
    }

    /** Alerts that were raised, months by localities; the columns are ids of localities. */
    CountTable alerts(Months months) {
        return table(months, alerts.raised(months.firstDay()).stream()
                .map(one -> Map.entry(new Cell(one.month().toString(), one.locality()), one.alerts())));
    }

    /** The localities of the rules in force; none while no rules are read. */
    Places places() {
        return Places.of(rules.rules().map(Rules::localities).map(localities -> localities.areas()).orElse(List.of()));
    }

    private CountTable table(Months months, Stream<Map.Entry<Cell, Long>> figures) {
        Map<Cell, Long> counts = new HashMap<>();
        figures.forEach(figure -> counts.merge(figure.getKey(), figure.getValue(), Long::sum));
        Set<String> named = counts.keySet().stream().map(Cell::locality).collect(Collectors.toSet());
        return CountTable.of(months.names(), places().ids(named), (month, locality) -> counts.getOrDefault(new Cell(month, locality), 0L));
    }
}
