package org.earlyhelp.hub.alert.storage;

import static org.earlyhelp.hub.alert.storage.Stamps.stamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.earlyhelp.hub.alert.FileRecall;
import org.earlyhelp.hub.alert.FileRecalls;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables file_recall and file_recall_told. Writing joins the caller's transaction. */
@Repository
public class FileRecallStore implements FileRecalls {
    private final JdbcClient sql;

    public FileRecallStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A person whom records of a file name, and what kinds of fact those state. */
    public record Named(String person, List<String> factKinds) {
    }

    /** Whoever is linked to these records now. */
    public List<Named> namedIn(Collection<Long> records) {
        return sql.sql("""
                SELECT p.ref, array_agg(DISTINCT r.fact_kind) AS kinds FROM record r JOIN mention m ON m.record_id = r.id
                  JOIN link l ON l.mention_id = m.id JOIN person p ON p.id = l.person_id
                 WHERE r.id = ANY(?) GROUP BY p.ref ORDER BY p.ref""").param(records.toArray(Long[]::new))
                .query((row, i) -> new Named(row.getString("ref"), List.of((String[]) row.getArray("kinds").getArray()))).list();
    }

    /** Keeps that a file was taken back, to be told of on the pages. */
    public void add(FileRecall recall) {
        sql.sql("INSERT INTO file_recall (receipt, file, agency, feed, people, at) VALUES (:receipt, :file, :agency, :feed, :people, :at)")
                .param("receipt", recall.receipt()).param("file", recall.file()).param("agency", recall.agency()).param("feed", recall.feed())
                .param("people", recall.people()).param("at", stamp(recall.at())).update();
        recall.told().forEach(told -> sql.sql("""
                INSERT INTO file_recall_told (receipt, kind, recipient, who, act, channel, people, last_at)
                VALUES (:receipt, :kind, :name, :who, :act, :channel, :people, :last)
                """).param("receipt", recall.receipt()).param("kind", told.kind()).param("name", told.name()).param("who", told.who())
                .param("act", told.act()).param("channel", told.channel()).param("people", told.people().toArray(String[]::new))
                .param("last", stamp(told.lastAt())).update());
    }

    @Override
    public List<FileRecall> latest(int limit) {
        return sql.sql("SELECT * FROM file_recall ORDER BY at DESC, receipt DESC LIMIT ?").param(limit).query(this::recall).list();
    }

    @Override
    public List<FileRecall> toldTo(String account, int limit) {
        return sql.sql("""
                SELECT * FROM file_recall r WHERE EXISTS (SELECT FROM file_recall_told t WHERE t.receipt = r.receipt AND t.who = ?)
                ORDER BY at DESC, receipt DESC LIMIT ?""").params(account, limit).query(this::recall).list();
    }

    private FileRecall recall(ResultSet row, int index) throws SQLException {
        return new FileRecall(row.getString("receipt"), row.getString("file"), row.getString("agency"), row.getString("feed"), row.getLong("people"),
                Stamps.instant(row, "at"), toldOf(row.getString("receipt")));
    }

    private List<FileRecall.Told> toldOf(String receipt) {
        return sql.sql("SELECT * FROM file_recall_told WHERE receipt = ? ORDER BY last_at, kind, recipient, who, act, channel").param(receipt)
                .query((row, i) -> new FileRecall.Told(row.getString("kind"), row.getString("recipient"), row.getString("who"), row.getString("act"),
                        row.getString("channel"), List.of((String[]) row.getArray("people").getArray()), Stamps.instant(row, "last_at"))).list();
    }
}
