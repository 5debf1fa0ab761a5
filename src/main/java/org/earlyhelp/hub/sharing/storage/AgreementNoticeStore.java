package org.earlyhelp.hub.sharing.storage;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.sharing.AgreementNotices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notices about agreements. */
@Repository
public class AgreementNoticeStore implements AgreementNotices {
    private final JdbcClient sql;

    public AgreementNoticeStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Gives a notice; false when it was given before. */
    public boolean give(String agency, String agreement, Kind kind, LocalDate due, Instant at) {
        return sql.sql("INSERT INTO agreement_notice (agency, agreement, notice, due, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(agency, agreement, kind.name(), Date.valueOf(due), Timestamp.from(at)).update() > 0;
    }

    @Override
    public List<Notice> newest(int limit) {
        return sql.sql("SELECT agency, agreement, notice, due, at FROM agreement_notice ORDER BY at DESC, agency, notice LIMIT ?").param(limit)
                .query((row, i) -> new Notice(row.getString("agency"), row.getString("agreement"), Kind.valueOf(row.getString("notice")),
                        row.getDate("due").toLocalDate(), row.getTimestamp("at").toInstant())).list();
    }

    @Override
    public List<WentOn> wentOnSince(Instant since) {
        return sql.sql("""
                SELECT source, count(*), max(at) FROM sharing_entry
                WHERE standing = 'NO_AGREEMENT_IN_FORCE' AND at >= ? AND kind IN ('SENT', 'VIEWED', 'EXPORTED', 'OUTCOME', 'BREAK_GLASS')
                GROUP BY source ORDER BY source""").param(Timestamp.from(since))
                .query((row, i) -> new WentOn(row.getString(1), row.getLong(2), row.getTimestamp(3).toInstant())).list();
    }
}
