package org.earlyhelp.hub.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.person.CanonicalJson;
import org.earlyhelp.hub.person.Mention;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts records where intake puts them: the same record again replaces it, a higher version becomes the current one. */
public final class RecordWriter {
    private static final AtomicInteger RECEIPT = new AtomicInteger();
    private final JdbcClient sql;

    public RecordWriter(JdbcClient sql) {
        this.sql = sql;
    }

    public void store(RecordMaker record) {
        long delivery = sql.sql("""
                INSERT INTO delivery (receipt, upload, agency, feed, lane, file_name, bytes, sha256, stage, received_at)
                VALUES (?, ?, ?, ?, 'lane', 'a.json', 1, 'x', 'ACCEPTED', now()) RETURNING id""")
                .params("R-" + RECEIPT.incrementAndGet(), "U-" + RECEIPT.get(), record.agency, record.feed).query(Long.class).single();
        long id = sql.sql("""
                INSERT INTO record (ref, agency, feed, source_ref, version, is_current, fact_kind, fact, observed_at, received_at, delivery_id, fingerprint)
                VALUES (?, ?, ?, ?, ?, true, ?, ?::jsonb, ?, ?, ?, ''::bytea)
                ON CONFLICT (agency, feed, source_ref, version) DO UPDATE SET fact = excluded.fact, observed_at = excluded.observed_at RETURNING id""")
                .params(Ids.ulid(HubClock.real()), record.agency, record.feed, record.sourceRef, record.version, CanonicalJson.kindOf(record.fact),
                        CanonicalJson.write(record.fact), record.observedAt.atOffset(ZoneOffset.UTC), record.observedAt.atOffset(ZoneOffset.UTC), delivery)
                .query(Long.class).single();
        sql.sql("""
                UPDATE record r SET is_current = version = (SELECT max(version) FROM record s WHERE s.agency = r.agency AND s.feed = r.feed
                    AND s.source_ref = r.source_ref) WHERE agency = ? AND feed = ? AND source_ref = ?""")
                .params(record.agency, record.feed, record.sourceRef).update();
        String[] places = record.mentions.stream().map(it -> it.role() + "/" + it.index()).toArray(String[]::new);
        sql.sql("DELETE FROM mention WHERE record_id = ? AND role || '/' || index <> ALL(?)").params(id, places).update();
        record.mentions.forEach(mention -> store(id, mention));
        sql.sql("""
                INSERT INTO record_work (record_id, urgent) VALUES (?, ?)
                ON CONFLICT (record_id) DO UPDATE SET urgent = record_work.urgent OR excluded.urgent""").params(id, record.urgent).update();
    }

    private void store(long record, Mention mention) {
        String person = CanonicalJson.write(mention.person());
        String relationship = mention.relationship() == null ? null : mention.relationship().name();
        sql.sql("""
                INSERT INTO mention (record_id, role, index, relationship, person, fingerprint) VALUES (?, ?, ?, ?, ?::jsonb, ?)
                ON CONFLICT (record_id, role, index) DO UPDATE SET relationship = excluded.relationship, person = excluded.person,
                    fingerprint = excluded.fingerprint""")
                .params(record, mention.role().name(), mention.index(), relationship, person, sha256(relationship + person)).update();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
