package org.earlyhelp.hub.intake.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.intake.resend.LostFile;
import org.earlyhelp.hub.intake.resend.Restoration;
import org.earlyhelp.hub.intake.resend.Restorations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Restorations, the files that each left missing, and the arrivals that the journal has still to name. */
@Repository
public class RestorationStore implements Restorations {
    private static final String MISSING = "receipt, upload, agency, sender, feed, kind, target, sha256, bytes, received_at";
    private final JdbcClient sql;

    public RestorationStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The highest number of an arrival; 0 when there was none. */
    public long lastArrival() {
        return sql.sql("SELECT coalesce(max(id), 0) FROM delivery").query(Long.class).single();
    }

    /** A numbered arrival. */
    public record Numbered(long id, LostFile file) {
    }

    /** Whole uploads that are no test after that number, in their order. A recall is among them once it is known what it undid. */
    public List<Numbered> arrivedAfter(long id, int limit) {
        return sql.sql("""
                SELECT d.id, d.receipt, d.upload, d.agency, d.sender, d.feed, d.sha256, d.bytes, d.received_at,
                       CASE WHEN d.file_name LIKE '_%.recall' THEN 'RECALL' WHEN d.file_name LIKE '_%.sha256' THEN 'CHECKSUM' ELSE 'FILE' END AS kind,
                       CASE WHEN d.file_name LIKE '_%.recall' THEN (SELECT min(t.receipt) FROM delivery t WHERE t.recalled_by = d.receipt) END AS target
                  FROM delivery d
                 WHERE d.id > ? AND NOT d.is_test AND d.stage <> 'INCOMPLETE' AND NOT (d.stage = 'RECEIVED' AND d.file_name LIKE '_%.recall') ORDER BY d.id LIMIT ?""")
                .params(id, limit).query((row, number) -> new Numbered(row.getLong("id"), file(row))).list();
    }

    /** Those of the receipts that the database knows. */
    public Set<String> known(Collection<String> receipts) {
        return new HashSet<>(sql.sql("SELECT receipt FROM delivery WHERE receipt = ANY (?)").param(receipts.toArray(String[]::new)).query(String.class).list());
    }

    /** Keeps the restoration; false when it was kept before. */
    public boolean keep(Restoration one) {
        return sql.sql("""
                INSERT INTO restoration (id, backup_at, restored_at, by_whom, reason, known_until, declared_at) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO NOTHING""")
                .params(one.id(), stamp(one.backupAt()), stamp(one.restoredAt()), one.by(), one.reason(), stamp(one.knownUntil()), stamp(one.declaredAt())).update() == 1;
    }

    /** Notes that the file is missing, and is not among the deliveries up to {@code after}. */
    public void miss(LostFile file, long after) {
        sql.sql("""
                INSERT INTO resend_file (receipt, upload, agency, sender, feed, kind, target, sha256, bytes, received_at, after_delivery) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (receipt) DO NOTHING""")
                .params(file.receipt(), file.upload(), file.agency(), file.sender(), file.feed(), file.kind().name(), file.target(), file.sha256(), file.bytes(), stamp(file.receivedAt()), after).update();
    }

    /**
     * Strikes out what has come again, by its content; returns how many. A file that is refused has come once its sender has been told
     * why; one of which that is still open has not, nor has one that was undone. A recall has come when the file that it is of is undone.
     */
    public int strikeOut(Instant now) {
        return sql.sql("""
                UPDATE resend_file m SET came_at = ? WHERE came_at IS NULL AND CASE kind
                   WHEN 'RECALL' THEN EXISTS (SELECT FROM delivery t WHERE t.receipt = m.target AND t.recalled_by IS NOT NULL)
                   ELSE EXISTS (SELECT FROM delivery d WHERE d.id > m.after_delivery AND d.agency = m.agency AND d.sender IS NOT DISTINCT FROM m.sender AND d.feed = m.feed
                                AND d.sha256 = m.sha256 AND NOT d.is_test AND d.recalled_by IS NULL
                                AND (d.stage IN ('ACCEPTED', 'PARTIAL', 'DUPLICATE') OR d.stage = 'REJECTED' AND d.answered_at IS NOT NULL OR d.stage = 'HELD' AND d.held_for IS NOT NULL)) END""")
                .param(stamp(now)).update();
    }

    /** What is missing, in the order in which it came. */
    public List<LostFile> missing(int limit) {
        return sql.sql("SELECT " + MISSING + " FROM resend_file WHERE came_at IS NULL ORDER BY received_at, receipt LIMIT ?").param(limit)
                .query((row, number) -> file(row)).list();
    }

    /** What is missing that came after this one. */
    public List<LostFile> missingAfter(LostFile last, int limit) {
        return sql.sql("SELECT " + MISSING + " FROM resend_file WHERE came_at IS NULL AND (received_at, receipt) > (?, ?) ORDER BY received_at, receipt LIMIT ?")
                .param(stamp(last.receivedAt())).param(last.receipt()).param(limit).query((row, number) -> file(row)).list();
    }

    /** Accounts of which a file was ever missing. */
    public List<AccountName> asked() {
        return sql.sql("SELECT DISTINCT agency, sender FROM resend_file WHERE kind = 'FILE' ORDER BY 1, 2").query((row, n) -> new AccountName(row.getString(1), row.getString(2))).list();
    }

    /** The newest restoration. */
    public Optional<Restoration> last() {
        return newest(1).stream().findFirst();
    }

    @Override
    public List<Restoration> newest(int limit) {
        return sql.sql("""
                SELECT r.*, (SELECT count(*) FROM resend_file m WHERE m.came_at IS NULL) AS missing FROM restoration r ORDER BY restored_at DESC, id DESC LIMIT ?""")
                .param(limit).query((row, number) -> new Restoration(row.getString("id"), instant(row, "backup_at"), instant(row, "restored_at"), row.getString("by_whom"),
                        row.getString("reason"), instant(row, "known_until"), instant(row, "declared_at"), row.getLong("missing"))).list();
    }

    private static LostFile file(ResultSet row) throws SQLException {
        return new LostFile(row.getString("receipt"), row.getString("upload"), row.getString("agency"), row.getString("sender"), row.getString("feed"),
                LostFile.Kind.valueOf(row.getString("kind")), row.getString("target"), row.getString("sha256"), row.getLong("bytes"), instant(row, "received_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime stamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
