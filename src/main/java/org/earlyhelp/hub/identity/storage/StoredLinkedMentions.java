package org.earlyhelp.hub.identity.storage;

import java.util.function.Consumer;
import org.earlyhelp.hub.identity.LinkedMentions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class StoredLinkedMentions implements LinkedMentions {
    private static final int ROWS_AT_A_TIME = 2_000;
    private final JdbcTemplate streaming;
    private final TransactionTemplate transaction;

    StoredLinkedMentions(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.streaming = new JdbcTemplate(jdbc.getDataSource());
        this.streaming.setFetchSize(ROWS_AT_A_TIME);
        this.transaction = transaction;
    }

    @Override
    public void forEach(Consumer<LinkedMention> line) {
        // The driver streams only inside a transaction; else it reads all rows first.
        transaction.executeWithoutResult(status -> streaming.query("""
                SELECT r.agency, r.feed, r.source_ref, r.version, m.role, m.index, p.ref AS person, f.ref AS family, l.match, r.ref
                FROM record r JOIN mention m ON m.record_id = r.id JOIN link l ON l.mention_id = m.id JOIN person p ON p.id = l.person_id
                LEFT JOIN family f ON f.id = p.family_id
                WHERE r.is_current AND m.role <> 'ALLEGED_PERPETRATOR'
                ORDER BY r.agency COLLATE "C", r.feed COLLATE "C", r.source_ref COLLATE "C", m.role COLLATE "C", m.index""",
                row -> {
                    line.accept(new LinkedMention(row.getString("agency"), row.getString("feed"), row.getString("source_ref"), row.getInt("version"),
                            row.getString("role"), row.getInt("index"), row.getString("person"), row.getString("family"), row.getString("match"),
                            row.getString("agency") + "/" + row.getString("feed") + "/" + row.getString("ref") + "@" + row.getInt("version")));
                }));
    }
}
