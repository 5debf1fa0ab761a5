package org.earlyhelp.hub.identity.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The life of identities, step by step, and what a steward has to look at. */
@Component
public class EventStore {
    /**
     * One step. {@code kept} and {@code gone} are P- or F- references; {@code mentions} the mentions that moved;
     * {@code keptFamily} and {@code goneFamily} the families of both before a merge, so that it can be undone; or null.
     */
    public record Event(String kind, String kept, String gone, List<String> families, List<Long> mentions, String reason, Long keptFamily,
                        Long goneFamily) {
    }

    /** Something for a steward; {@code about} and {@code message} hold references, no values. */
    public record Finding(String code, String about, String message) {
    }

    /** A merge that can be undone. */
    public record Merge(List<Long> mentions, Long keptFamily, Long goneFamily) {
    }

    private final JdbcClient sql;
    private final JdbcTemplate jdbc;

    EventStore(JdbcClient sql, JdbcTemplate jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    public void append(Collection<Event> events, Instant at) {
        jdbc.batchUpdate("""
                INSERT INTO identity_event (kind, kept, gone, families, detail, at)
                VALUES (?, ?, ?, ?, jsonb_strip_nulls(jsonb_build_object('reason', ?::text, 'mentions', to_jsonb(?::bigint[]),
                    'keptFamily', ?::bigint, 'goneFamily', ?::bigint)), ?)""",
                events.stream().map(it -> new Object[] {it.kind(), it.kept(), it.gone(), it.families().toArray(String[]::new), it.reason(),
                        it.mentions().isEmpty() ? null : it.mentions().toArray(Long[]::new), it.keptFamily(), it.goneFamily(), Rows.stamp(at)}).toList());
    }

    /** Raises findings; one that is already there, open or closed, is not raised again. */
    public void raise(Collection<Finding> findings, Instant at) {
        jdbc.batchUpdate("INSERT INTO finding (room, code, about, message, raised_at) VALUES ('identity', ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                findings.stream().map(it -> new Object[] {it.code(), it.about(), it.message(), Rows.stamp(at)}).toList());
    }

    /** The last merge of {@code gone} into {@code kept}. */
    public Optional<Merge> lastMerge(String kept, String gone) {
        return sql.sql("""
                SELECT ARRAY(SELECT jsonb_array_elements_text(coalesce(detail -> 'mentions', '[]'))::bigint) AS mentions,
                       (detail ->> 'keptFamily')::bigint, (detail ->> 'goneFamily')::bigint
                FROM identity_event WHERE kind = 'merged' AND kept = ? AND gone = ? ORDER BY id DESC LIMIT 1""").params(kept, gone)
                .query((row, n) -> new Merge(List.of((Long[]) row.getArray(1).getArray()), row.getObject(2, Long.class), row.getObject(3, Long.class))).optional();
    }
}
