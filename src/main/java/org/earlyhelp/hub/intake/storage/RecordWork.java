package org.earlyhelp.hub.intake.storage;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hands changed records to identity, and keeps writers of one feed one after another. */
final class RecordWork {
    private RecordWork() {
    }

    /** Queues the records anew: a row that identity is just working on gets a new place, so that it is not lost. */
    static void queue(JdbcClient sql, Collection<Long> recordIds, boolean urgent) {
        if (!recordIds.isEmpty()) {
            sql.sql("""
                    INSERT INTO record_work (record_id, urgent) SELECT id, ? FROM unnest(?::bigint[]) AS changed (id) ORDER BY id
                    ON CONFLICT ON CONSTRAINT record_work_pk DO UPDATE
                       SET urgent = record_work.urgent OR EXCLUDED.urgent, queued = DEFAULT
                    """).param(urgent).param(recordIds.toArray(Long[]::new)).update();
        }
    }

    /** Until the transaction ends, no other writer of that feed compares what is held. */
    static void lockFeed(JdbcClient sql, String agency, String feed) {
        sql.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))::text").param("intake " + agency + "/" + feed).query(String.class).optional();
    }
}
