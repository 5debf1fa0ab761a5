package org.earlyhelp.hub.web.measures;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.earlyhelp.hub.need.NeedFigures.InNeed;
import org.earlyhelp.hub.web.counts.Count;
import org.earlyhelp.hub.web.counts.CountList;
import org.earlyhelp.hub.web.counts.CountTable;

/** Children in need and alerts by locality, and how many that is of each thousand children who live there. */
record Rates(List<Line> lines, Count children) {
    private static final double THOUSAND = 1000;

    /** One locality; {@code population} is empty when the rules do not say. */
    record Line(String name, OptionalInt population, Count inNeed, Count alerts) {
        /** The population in words. */
        public String populationText() {
            return population.isPresent() ? String.format(Locale.UK, "%,d", population.getAsInt()) : "–";
        }

        /** Children in need of each thousand. */
        public String inNeedRate() {
            return rate(inNeed);
        }

        /** Alerts for each thousand children. */
        public String alertRate() {
            return rate(alerts);
        }

        private String rate(Count count) {
            if (population.isEmpty()) {
                return "–";
            }
            return count.isShown() ? String.format(Locale.UK, "%.1f", THOUSAND * count.number().getAsLong() / population.getAsInt()) : Count.NOT_SHOWN;
        }
    }

    Rates {
        lines = List.copyOf(lines);
    }

    /** Takes the alerts from the table of the localities page, so that both conceal the same. */
    static Rates of(List<InNeed> inNeed, CountTable alerts, Places places) {
        Map<String, Long> counts = inNeed.stream().collect(Collectors.toMap(InNeed::locality, InNeed::children));
        TreeSet<String> named = new TreeSet<>(counts.keySet());
        named.addAll(alerts.columns());
        CountList children = CountList.of(places.ids(named), id -> counts.getOrDefault(id, 0L));
        Map<String, Count> alertsOf = IntStream.range(0, alerts.columns().size()).boxed()
                .collect(Collectors.toMap(alerts.columns()::get, alerts.totals().counts()::get));
        List<Line> lines = children.names().stream().map(id -> new Line(places.title(id), places.children(id), children.of(id),
                alertsOf.getOrDefault(id, Count.alone(0)))).toList();
        return new Rates(lines, children.total());
    }
}
