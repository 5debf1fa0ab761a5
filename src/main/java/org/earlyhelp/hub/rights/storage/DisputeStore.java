package org.earlyhelp.hub.rights.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.earlyhelp.hub.identity.DisputedFacts.Disputed;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.intake.TextSeal;
import org.earlyhelp.hub.rights.dispute.Dispute;
import org.earlyhelp.hub.rights.dispute.Stated;
import org.earlyhelp.hub.rights.dispute.Told;
import org.earlyhelp.hub.rights.request.RightsRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Disputes, and what can be disputed. Writes are in the caller's transaction. */
@Repository
public class DisputeStore {
    private static final String TEXT = "text";
    /** The most records offered; older ones are disputed with their sender. */
    private static final int RECORDS_OFFERED = 100;
    private final JdbcClient sql;
    private final TextSeal seal;

    DisputeStore(JdbcClient sql, TextSeal seal) {
        this.sql = sql;
        this.seal = seal;
    }

    /** Newest first; none that names the person as alleged to have done harm. */
    public List<Stated> stated(String person) {
        return sql.sql("""
                SELECT DISTINCT r.id, r.ref, r.agency, d.sender, r.feed, r.source_ref, r.observed_at FROM link l JOIN mention m ON m.id = l.mention_id JOIN record r ON r.id = m.record_id
                  JOIN delivery d ON d.id = r.delivery_id JOIN person p ON p.id = l.person_id WHERE p.ref = ? AND r.is_current AND m.role <> 'ALLEGED_PERPETRATOR' ORDER BY r.observed_at DESC, r.id DESC LIMIT ?""")
                .params(person, RECORDS_OFFERED).query((row, n) -> new Stated(row.getString("ref"), new AccountName(row.getString("agency"), row.getString("sender")), row.getString("feed"), row.getString("source_ref"),
                        row.getTimestamp("observed_at").toInstant())).list();
    }

    /** Opens a dispute about a fact; what the person says of it is kept sealed. */
    public void add(RightsRequest request, Disputed fact, String words, Told told, String account) {
        sql.sql("INSERT INTO dispute (ref, request_id, state, words, told, waits, opened_by) VALUES (?, ?, 'OPEN', ?, ?::jsonb, ?, ?)")
                .params(fact.ref(), request.id(), seal.seal(fact.ref(), Map.of(TEXT, words)), JsonMapper.shared().writeValueAsString(told.words()), names(told.waits()), account).update();
    }

    /** An open dispute of which accounts wait to be asked; {@code record} or {@code field} is null. */
    public record Waiting(String ref, String person, String record, String field, Set<String> accounts) {
    }

    /** The oldest disputes of which accounts wait to be asked, at most {@code limit}. */
    public List<String> waiting(int limit) {
        return sql.sql("SELECT d.ref FROM dispute d JOIN disputed_fact f ON f.ref = d.ref WHERE d.waits <> '{}' AND d.state = 'OPEN' ORDER BY f.since, d.ref LIMIT ?")
                .param(limit).query(String.class).list();
    }

    /** As it stands, until the transaction ends; empty when nobody waits any more. */
    public Optional<Waiting> waitingLocked(String ref) {
        return sql.sql("""
                SELECT d.ref, f.person, f.record, f.field, d.waits FROM dispute d JOIN disputed_fact f ON f.ref = d.ref
                 WHERE d.ref = ? AND d.waits <> '{}' AND d.state = 'OPEN' FOR UPDATE OF d""").param(ref)
                .query((row, n) -> new Waiting(row.getString("ref"), row.getString("person"), row.getString("record"), row.getString("field"), names(row))).optional();
    }

    /** What came of asking those who waited. */
    public void toldLate(String ref, Told told) {
        sql.sql("UPDATE dispute SET told = told || ?::jsonb, waits = ? WHERE ref = ?").params(JsonMapper.shared().writeValueAsString(told.words()), names(told.waits()), ref).update();
    }

    private static String[] names(Set<String> accounts) {
        return accounts.stream().sorted().toArray(String[]::new);
    }

    private static Set<String> names(ResultSet row) throws SQLException {
        return Set.of((String[]) row.getArray("waits").getArray());
    }

    /** Ends a dispute as UPHELD or REFUSED; the reason is kept sealed. */
    public void settle(RightsRequest request, String ref, Dispute.State state, String reason, String account, Instant at) {
        sql.sql("UPDATE dispute SET state = ?, settled_by = ?, settled_at = ?, reason = ?, waits = '{}' WHERE ref = ? AND request_id = ?")
                .params(state.name(), account, Timestamp.from(at), seal.seal(ref + "/reason", Map.of(TEXT, reason)), ref, request.id()).update();
    }

    /** The disputes of a request. */
    public List<Dispute> of(RightsRequest request) {
        return sql.sql("""
                SELECT d.*, f.record, f.field, f.since, EXISTS (SELECT 1 FROM record r JOIN record n ON (n.agency, n.feed, n.source_ref) = (r.agency, r.feed, r.source_ref)
                    WHERE r.ref = f.record AND n.received_at > f.since) AS corrected
                  FROM dispute d JOIN disputed_fact f ON f.ref = d.ref WHERE d.request_id = ? ORDER BY f.since, d.ref""").param(request.id())
                .query((row, n) -> dispute(row)).list();
    }

    private Dispute dispute(ResultSet row) throws SQLException {
        String ref = row.getString("ref");
        byte[] reason = row.getBytes("reason");
        Timestamp settled = row.getTimestamp("settled_at");
        return new Dispute(ref, row.getString("record"), row.getString("field"), Dispute.State.valueOf(row.getString("state")), seal.open(ref, row.getBytes("words")).get(TEXT),
                JsonMapper.shared().readValue(row.getString("told"), new TypeReference<Map<String, String>>() { }), names(row), row.getBoolean("corrected"), row.getString("opened_by"),
                row.getTimestamp("since").toInstant(), row.getString("settled_by"), settled == null ? null : settled.toInstant(),
                reason == null ? null : seal.open(ref + "/reason", reason).get(TEXT));
    }
}
