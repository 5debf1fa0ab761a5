package org.earlyhelp.hub.intake.storage;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.intake.KeyedMarks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which records were erased and are not taken again. A later version, other content in a feed without versions, and later
 * days of attendance are news, and taken: whoever they are about is a new person. Thread-safe.
 */
@Repository
public class ErasedRecords {
    private final JdbcClient sql;
    private final KeyedMarks marks;

    /** Up to where a record was erased. */
    record Until(int version, LocalDate day) {
    }

    /** A record to be marked; {@code fingerprint} is of its content. */
    record Gone(String agency, String feed, String sourceRef, int version, byte[] fingerprint) {
    }

    public ErasedRecords(JdbcClient sql, KeyedMarks marks) {
        this.sql = sql;
        this.marks = marks;
    }

    /** Marks records; attendance up to and with that day. */
    void mark(Collection<Gone> gone, LocalDate day) {
        gone.forEach(record -> {
            put(marks.of(record.agency, record.feed, record.sourceRef), record.version, day);
            put(marks.of(record.agency, record.feed, record.sourceRef, HexFormat.of().formatHex(record.fingerprint)), record.version, day);
        });
    }

    private void put(byte[] mark, int version, LocalDate day) {
        sql.sql("""
                INSERT INTO erased_record (mark, version, until) VALUES (?, ?, ?)
                ON CONFLICT (mark) DO UPDATE SET version = greatest(erased_record.version, excluded.version), until = greatest(erased_record.until, excluded.until)""")
                .params(mark, version, day).update();
    }

    /** Those of the source references of a feed of which something was erased; nearly always none, and then without hashing. */
    Map<String, Until> among(String agency, String feed, Collection<String> sourceRefs) {
        if (sourceRefs.isEmpty() || !sql.sql("SELECT EXISTS (SELECT FROM erased_record)").query(Boolean.class).single()) {
            return Map.of();
        }
        Map<ByteBuffer, String> refByMark = new HashMap<>();
        sourceRefs.forEach(ref -> refByMark.put(ByteBuffer.wrap(marks.of(agency, feed, ref)), ref));
        Map<String, Until> found = new HashMap<>();
        sql.sql("SELECT mark, version, until FROM erased_record WHERE mark = ANY(?)").param(refByMark.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new))
                .query(row -> {
                    found.put(refByMark.get(ByteBuffer.wrap(row.getBytes(1))), new Until(row.getInt(2), row.getObject(3, LocalDate.class)));
                });
        return found;
    }

    /** Whether this very content of a record was erased. */
    boolean isContent(String agency, String feed, String sourceRef, byte[] fingerprint) {
        return sql.sql("SELECT EXISTS (SELECT FROM erased_record WHERE mark = ?)")
                .param(marks.of(agency, feed, sourceRef, HexFormat.of().formatHex(fingerprint))).query(Boolean.class).single();
    }

    /** Notes for information-governance staff that an agency sends erased records again; once a delivery. */
    void sentAgain(String receipt, java.time.Instant at) {
        sql.sql("""
                INSERT INTO finding (room, code, about, message, raised_at) VALUES ('rights', 'ERASED_SENT_AGAIN', ?,
                    'A sender sent records again that were erased here. They were not taken. Ask the sender to stop.', ?) ON CONFLICT DO NOTHING""")
                .params(receipt, java.sql.Timestamp.from(at)).update();
    }

    /** What the deletions of one erasure are marked by. */
    List<Gone> gone(Long[] records) {
        return sql.sql("SELECT agency, feed, source_ref, version, fingerprint FROM record WHERE id = ANY(?)").param(records)
                .query((row, n) -> new Gone(row.getString(1), row.getString(2), row.getString(3), row.getInt(4), row.getBytes(5))).list();
    }
}
