package org.earlyhelp.hub.identity.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.Optional;
import org.earlyhelp.hub.identity.Hand;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The life of identities, step by step, and what a steward has to look at. */
@Component
public class EventStore {
    /**
     * One step. {@code kept} and {@code gone} are P- or F- references; {@code mentions} the mentions that moved;
     * {@code restore} is null unless it is a merge.
     */
    public record Event(String kind, String kept, String gone, List<String> families, List<Long> mentions, String reason, Restore restore) {
    }

    /** Somebody whom a merge gave another family, or hid; families may be null. */
    public record Moved(long person, Long from, Long to, boolean hid) {
    }

    /**
     * What a merge must remember to be undone: the families of both before it (or null), the mentions the kept person had,
     * and whom else it moved. Older events do not know all of it.
     */
    public record Restore(Long keptFamily, Long goneFamily, List<Long> stayed, List<Moved> moved) {
    }

    /** Something for a steward; {@code about} and {@code message} hold references, no values. */
    public record Finding(String code, String about, String message) {
    }

    /** A merge that can be undone. */
    public record Merge(List<Long> mentions, Restore restore) {
    }

    private static final JsonMapper JSON = JsonMapper.shared();
    private final JdbcClient sql;
    private final JdbcTemplate jdbc;

    EventStore(JdbcClient sql, JdbcTemplate jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    /** Writes steps by somebody's hand. */
    public void append(Collection<Event> events, Hand hand, Instant at) {
        boolean signed = hand != Hand.HUB;
        jdbc.batchUpdate("""
                INSERT INTO identity_event (kind, kept, gone, families, detail, at)
                VALUES (?, ?, ?, ?, jsonb_strip_nulls(jsonb_build_object('reason', ?::text, 'mentions', to_jsonb(?::bigint[]),
                    'restore', ?::jsonb, 'by', ?::text, 'words', ?::text)), ?)""",
                events.stream().map(it -> new Object[] {it.kind(), it.kept(), it.gone(), it.families().toArray(String[]::new), it.reason(),
                        it.mentions().isEmpty() ? null : it.mentions().toArray(Long[]::new),
                        it.restore() == null ? null : JSON.writeValueAsString(it.restore()),
                        signed ? hand.account() : null, signed ? hand.reason() : null, Rows.stamp(at)}).toList());
    }

    /** Raises findings; one that is already there, open or closed, is not raised again. */
    public void raise(Collection<Finding> findings, Instant at) {
        jdbc.batchUpdate("INSERT INTO finding (room, code, about, message, raised_at) VALUES ('identity', ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                findings.stream().map(it -> new Object[] {it.code(), it.about(), it.message(), Rows.stamp(at)}).toList());
    }

    /** Those of the given people who were joined by a person's decision, or are made of somebody who was. */
    public Set<String> joinedByHand(Collection<String> refs) {
        return new HashSet<>(sql.sql("""
                WITH RECURSIVE part (id, ref, whole) AS (
                    SELECT id, ref, ref FROM person WHERE ref = ANY(?)
                    UNION SELECT p.id, p.ref, part.whole FROM person p JOIN part ON p.gone_into = part.id)
                SELECT DISTINCT part.whole FROM part JOIN identity_event e ON e.kept = part.ref
                WHERE e.kind = 'merged' AND e.detail ->> 'reason' = 'BY_A_STEWARD'""").param(refs.toArray(String[]::new)).query(String.class).list());
    }

    /** The last merge of {@code gone} into {@code kept}. */
    public Optional<Merge> lastMerge(String kept, String gone) {
        return sql.sql("""
                SELECT ARRAY(SELECT jsonb_array_elements_text(coalesce(detail -> 'mentions', '[]'))::bigint) AS mentions,
                       coalesce(detail -> 'restore', jsonb_build_object('keptFamily', detail -> 'keptFamily', 'goneFamily', detail -> 'goneFamily'))
                FROM identity_event WHERE kind = 'merged' AND kept = ? AND gone = ? ORDER BY id DESC LIMIT 1""").params(kept, gone)
                .query((row, n) -> new Merge(List.of((Long[]) row.getArray(1).getArray()), restore(row.getString(2)))).optional();
    }

    /** Merges written before all of it was remembered lack some. */
    private static Restore restore(String json) {
        Restore read = JSON.readValue(json, Restore.class);
        return new Restore(read.keptFamily(), read.goneFamily(), read.stayed() == null ? List.of() : read.stayed(),
                read.moved() == null ? List.of() : read.moved());
    }
}
