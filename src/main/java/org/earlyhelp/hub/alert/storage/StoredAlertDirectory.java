package org.earlyhelp.hub.alert.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.AgencyNames;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertCount;
import org.earlyhelp.hub.alert.AlertDirectory;
import org.earlyhelp.hub.alert.AlertHistory;
import org.earlyhelp.hub.alert.AlertNotice;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.AlertRow;
import org.earlyhelp.hub.alert.AlertStatus;
import org.earlyhelp.hub.alert.Decision;
import org.earlyhelp.hub.alert.FollowUp;
import org.earlyhelp.hub.alert.life.FollowUpClocks;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.Need;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads alerts for pages and exports. Whether a place is hidden is asked of the people as they stand now, not as they stood. */
@Repository
public class StoredAlertDirectory implements AlertDirectory {
    private static final String WITHHELD = "withheld";
    private static final int FETCH_ROWS = 500;
    private static final String SELECT = """
            SELECT a.*, f.ref AS family_ref, a.locality = 'withheld' OR EXISTS (
                SELECT 1 FROM person p WHERE p.place_hidden AND p.family_id = a.family_id) OR EXISTS (
                SELECT 1 FROM person p JOIN jsonb_array_elements(a.content -> 'children') c ON p.ref = c ->> 'person' WHERE p.place_hidden) AS hidden
            FROM alert a JOIN family f ON f.id = a.family_id
            """;
    private final JdbcClient sql;
    private final JdbcTemplate streaming;
    private final TransactionTemplate transaction;
    private final AgencyNames names;
    private final EvidenceStore evidence;

    public StoredAlertDirectory(JdbcClient sql, JdbcTemplate template, TransactionTemplate transaction, AgencyNames names, EvidenceStore evidence) {
        this.sql = sql;
        this.evidence = evidence;
        this.transaction = transaction;
        this.names = names;
        this.streaming = new JdbcTemplate(template.getDataSource());
        streaming.setFetchSize(FETCH_ROWS);
    }

    @Override
    public void all(Consumer<AlertRow> each) {
        // Outside a transaction the driver would read all rows at once.
        transaction.executeWithoutResult(status -> streaming.query(SELECT + "ORDER BY a.id", row -> {
            each.accept(line(row, 0));
        }));
    }

    @Override
    public List<AlertRow> inbox(int limit) {
        return sql.sql(SELECT + """
                WHERE a.status IN ('RAISED', 'ACKNOWLEDGED')
                ORDER BY CASE a.status WHEN 'RAISED' THEN a.acknowledge_by ELSE a.decide_by END, a.id LIMIT :limit
                """).param("limit", limit).query(this::line).list();
    }

    @Override
    public List<AlertRow> ofFamily(String familyRef) {
        return sql.sql(SELECT + """
                WHERE f.ref = :family OR a.id IN (SELECT s.alert_id FROM alert_spoken_for s JOIN family o ON o.id = s.family_id WHERE o.ref = :family)
                ORDER BY a.id DESC""").param("family", familyRef).query(this::line).list();
    }

    @Override
    public List<AlertCount> counts() {
        return sql.sql("SELECT queue, status, count(*) FROM alert GROUP BY queue, status")
                .query((row, i) -> new AlertCount(AlertQueue.named(row.getString(1)), AlertStatus.valueOf(row.getString(2)), row.getLong(3))).list().stream()
                .sorted(Comparator.comparing(AlertCount::queue).reversed().thenComparing(AlertCount::status)).toList();
    }

    @Override
    public Optional<AlertHistory> alert(String ref) {
        return sql.sql(AlertStore.SELECT + "WHERE a.ref = :ref").param("ref", ref).query((row, i) -> {
            Alert alert = AlertStore.alert(row, i);
            return new AlertHistory(alert, row.getString("reason"), Stamps.instant(row, "acknowledged_at"), stepsOf(alert), decisionsOn(ref));
        }).optional();
    }

    @Override
    public Set<String> openAmong(Collection<String> families) {
        return families.isEmpty() ? Set.of() : Set.copyOf(sql.sql("""
                SELECT f.ref FROM alert a JOIN family f ON f.id = a.family_id WHERE a.status IN ('RAISED', 'ACKNOWLEDGED') AND f.ref IN (:families)
                UNION SELECT f.ref FROM alert a JOIN alert_spoken_for s ON s.alert_id = a.id JOIN family f ON f.id = s.family_id
                WHERE a.status IN ('RAISED', 'ACKNOWLEDGED') AND f.ref IN (:families)
                """).param("families", families).query(String.class).list());
    }

    @Override
    public List<AlertNotice> notices(int limit) {
        return sql.sql("SELECT alert_ref, notice, told, message, at FROM alert_notice ORDER BY at DESC, alert_ref LIMIT :limit").param("limit", limit)
                .query(StoredAlertDirectory::notice).list();
    }

    @Override
    public List<AlertNotice> noticesAbout(String ref) {
        return sql.sql("SELECT alert_ref, notice, told, message, at FROM alert_notice WHERE alert_ref = :ref ORDER BY at, notice").param("ref", ref)
                .query(StoredAlertDirectory::notice).list();
    }

    @Override
    public List<FollowUp> followUps(String ref, Instant now) {
        return alert(ref).map(history -> followUps(history, now)).orElse(List.of());
    }

    private List<FollowUp> followUps(AlertHistory history, Instant now) {
        Alert alert = history.alert();
        List<Instant> conversations = history.decisions().stream().filter(decision -> decision.action() == Decision.Action.RETURN_CONVERSATION).map(Decision::at).toList();
        Stream<FollowUp> returns = evidence.returnsIn(alert.content().evidence()).stream().map(home -> FollowUpClocks.afterReturn(home, conversations));
        return Stream.concat(returns, FollowUpClocks.afterDecision(alert.newSinceDecision() ? null : alert.outcome(), alert.decidedAt(), now).stream())
                .sorted(Comparator.comparing(FollowUp::dueAt)).toList();
    }

    private static AlertNotice notice(ResultSet row, int index) throws SQLException {
        return new AlertNotice(row.getString("alert_ref"), row.getString("notice"), row.getString("told"), row.getString("message"), Stamps.instant(row, "at"));
    }

    private List<AlertHistory.Step> stepsOf(Alert alert) {
        return sql.sql("SELECT version, event, content, at FROM alert_version WHERE alert_id = :id ORDER BY ordinal").param("id", alert.id())
                .query((row, i) -> new AlertHistory.Step(row.getInt("version"), row.getString("event"), Stamps.instant(row, "at"),
                        StoredJson.read(row.getString("content"), AlertContent.class))).list();
    }

    private List<Decision> decisionsOn(String ref) {
        return sql.sql("SELECT content FROM decision WHERE alert_ref = :ref ORDER BY received_at, id").param("ref", ref)
                .query((row, i) -> StoredJson.read(row.getString(1), Decision.class)).list();
    }

    private AlertRow line(ResultSet row, int index) throws SQLException {
        Alert alert = AlertStore.alert(row, index);
        AlertContent content = alert.content();
        boolean hidden = row.getBoolean("hidden");
        Stream<String> codes = Stream.concat(content.needs().stream().map(Need::code), content.harmTests().stream().map(HarmTest::code));
        return new AlertRow(alert.ref(), alert.version(), alert.status(), content.level(), alert.queue(), content.rule(), alert.family(),
                sorted(codes), sorted(content.children().stream().map(Assessment.Child::person)),
                sorted(content.agencies().stream().map(agency -> names.shownAs(agency, hidden))), content.agencies(),
                hidden ? WITHHELD : content.locality(), hidden, alert.clocks().raisedAt(), alert.clocks().acknowledgeBy(), alert.clocks().decideBy(),
                alert.outcome());
    }

    private static List<String> sorted(Stream<String> values) {
        return List.copyOf(new TreeSet<>(values.toList()));
    }
}
