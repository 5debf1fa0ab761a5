package org.earlyhelp.hub.intake.storage;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.raw.TextVault;
import org.earlyhelp.hub.intake.storage.VersionRule.Held;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.person.CanonicalJson;
import org.earlyhelp.hub.person.Notice;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of the table record, one for each version of a record. All methods join the caller's transaction. Thread-safe. */
final class RecordRows {
    private final JdbcClient sql;
    private final TextVault vault;
    private final HubClock clock;

    RecordRows(JdbcClient sql, TextVault vault, HubClock clock) {
        this.sql = sql;
        this.vault = vault;
        this.clock = clock;
    }

    /** What is held of these records of the delivery's feed, by the sender's reference. */
    Map<String, List<Held>> held(Delivery delivery, String[] sourceRefs) {
        return sql.sql("""
                SELECT id, ref, source_ref, version, is_current, fingerprint, observed_at, delivery_id FROM record
                 WHERE agency = ? AND feed = ? AND source_ref = ANY(?::text[])
                """).param(delivery.agency()).param(delivery.feed()).param(sourceRefs)
                .query((row, n) -> new Held(row.getLong("id"), row.getString("ref"), row.getString("source_ref"), row.getInt("version"),
                        row.getBoolean("is_current"), row.getBytes("fingerprint"), row.getTimestamp("observed_at").toInstant(), row.getLong("delivery_id")))
                .list().stream().collect(Collectors.groupingBy(Held::sourceRef));
    }

    /** Those that were current are it no longer; returns their ids. */
    List<Long> supersede(List<Held> held) {
        List<Long> former = held.stream().filter(Held::current).map(Held::id).toList();
        former.forEach(id -> sql.sql("UPDATE record SET is_current = false WHERE id = ?").param(id).update());
        return former;
    }

    /** Writes a version that was not there; returns its id. */
    long insert(Delivery delivery, Notice notice, byte[] fingerprint, boolean current) {
        String ref = Ids.ulid(clock);
        return sql.sql("""
                INSERT INTO record (ref, agency, feed, source_ref, version, is_current, fact_kind, fact, notes, observed_at,
                                    received_at, delivery_id, fingerprint, free_text)
                VALUES (:ref, :agency, :feed, :sourceRef, :version, :current, :kind, :fact::jsonb, :notes, :observedAt,
                        :receivedAt, :delivery, :fingerprint, :freeText)
                RETURNING id
                """).param("ref", ref).param("agency", delivery.agency()).param("feed", delivery.feed())
                .param("sourceRef", notice.sourceRef()).param("version", notice.version()).param("current", current)
                .param("kind", CanonicalJson.kindOf(notice.fact())).param("fact", CanonicalJson.write(notice.fact()))
                .param("notes", notice.notes().toArray(String[]::new)).param("observedAt", Timestamp.from(observedAt(delivery, notice)))
                .param("receivedAt", Timestamp.from(delivery.receivedAt())).param("delivery", delivery.id())
                .param("fingerprint", fingerprint).param("freeText", vault.seal(ref, notice.freeText()), Types.BINARY)
                .query(Long.class).single();
    }

    /** Writes a version over the one that is held; its reference and id stay. */
    void update(Delivery delivery, Held old, Notice notice, byte[] fingerprint) {
        sql.sql("""
                UPDATE record SET fact_kind = :kind, fact = :fact::jsonb, notes = :notes, observed_at = :observedAt,
                       received_at = :receivedAt, delivery_id = :delivery, fingerprint = :fingerprint, free_text = :freeText
                 WHERE id = :id
                """).param("id", old.id()).param("kind", CanonicalJson.kindOf(notice.fact()))
                .param("fact", CanonicalJson.write(notice.fact())).param("notes", notice.notes().toArray(String[]::new))
                .param("observedAt", Timestamp.from(observedAt(delivery, notice))).param("receivedAt", Timestamp.from(delivery.receivedAt()))
                .param("delivery", delivery.id()).param("fingerprint", fingerprint)
                .param("freeText", vault.seal(old.ref(), notice.freeText()), Types.BINARY).update();
    }

    private static Instant observedAt(Delivery delivery, Notice notice) {
        return notice.observedAt() == null ? delivery.receivedAt() : notice.observedAt();
    }
}
