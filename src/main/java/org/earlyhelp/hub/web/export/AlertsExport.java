package org.earlyhelp.hub.web.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertDirectory;
import org.earlyhelp.hub.alert.AlertRow;
import org.earlyhelp.hub.sharing.Borough;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.web.NeedClass;
import org.earlyhelp.hub.web.Shown;
import org.springframework.stereotype.Component;

/**
 * {@code alerts.csv}: every alert ever at its latest version. What a person's source withholds is left out of its row;
 * {@code agencies} are those of needs and harm tests, {@code needs} the needs alone.
 */
@Component
class AlertsExport implements Export {
    private static final String CHILD = "child";

    private final AlertDirectory alerts;

    AlertsExport(AlertDirectory alerts) {
        this.alerts = alerts;
    }

    /** A need or harm test of one person, as one agency shows it. */
    private record Fact(String person, String agency, String code, List<String> evidence, boolean isNeed) {
        static Stream<Fact> in(AlertContent content) {
            return Stream.concat(content.needs().stream().map(need -> new Fact(need.person(), need.agency(), need.code(), need.evidence(), true)),
                    content.harmTests().stream().map(test -> new Fact(test.person(), test.agency(), test.code(), test.evidence(), false)));
        }
    }

    @Override
    public String name() {
        return "alerts";
    }

    @Override
    public List<String> columns() {
        return List.of("alert", "version", "status", "level", "queue", "rule", "family", "needs", "children", "agencies", "locality", "raised_at",
                "acknowledge_by", "decide_by", "outcome");
    }

    @Override
    public void collect(Shown shown) {
        for (AlertRow row : rows()) {
            row.children().forEach(child -> shown.add(child, CHILD, DataClass.IDENTITY, null));
            facts(row).forEach(fact -> shown.add(fact.person(), NeedClass.fieldOf(fact.code()), NeedClass.of(fact.code(), fact.evidence()), fact.agency()));
        }
    }

    @Override
    public void rows(Allowed allowed, Consumer<List<String>> writer) {
        for (AlertRow row : rows()) {
            List<Fact> facts = facts(row).stream().filter(fact -> allowed.allows(fact.person(), fact.agency(), NeedClass.fieldOf(fact.code()))).toList();
            writer.accept(cells(row, facts, row.children().stream().filter(child -> allowed.allows(child, Borough.AGENCY, CHILD)).toList(), allowed));
        }
    }

    private static List<String> cells(AlertRow row, List<Fact> facts, List<String> children, Allowed allowed) {
        List<String> agencies = facts.stream().map(fact -> allowed.book().shownAs(fact.agency(), row.placeHidden())).toList();
        return List.of(row.alert(), String.valueOf(row.version()), row.status().name(), String.valueOf(row.level()), row.queue().queueName(),
                row.rule().toString(), row.family(), CsvCells.of(facts.stream().filter(Fact::isNeed).map(Fact::code).toList()), CsvCells.of(children), CsvCells.of(agencies),
                row.locality(), CsvCells.of(row.raisedAt()), CsvCells.of(row.acknowledgeBy()), CsvCells.of(row.decideBy()),
                row.outcome() == null ? "" : row.outcome().name());
    }

    /** All of them at once: the history of each is another query on the same connection. */
    private List<AlertRow> rows() {
        List<AlertRow> rows = new ArrayList<>();
        alerts.all(rows::add);
        return rows;
    }

    private List<Fact> facts(AlertRow row) {
        return alerts.alert(row.alert()).map(history -> Fact.in(history.alert().content()).toList()).orElse(List.of());
    }
}
