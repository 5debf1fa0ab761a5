package org.earlyhelp.hub.sharing.storage;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.earlyhelp.hub.sharing.AgreementFile;
import org.earlyhelp.hub.sharing.AgreementVersions.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps every form of every agreement with its text. Numbers rise. All methods join the caller's transaction. */
@Repository
public class AgreementVersionStore {
    private static final long CHANGE_LOCK = 0x41475245_454D4E54L;
    private static final String SELECT = """
            SELECT number, agency, agreement, version, sha256, body IS NULL AS removed, start_on, seen_at, proposed_by, proposed_at, activated_by,
                   activated_at FROM agreement_version
            """;
    private final JdbcClient sql;

    public AgreementVersionStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Over a database that was opened by a verb. */
    public static AgreementVersionStore over(DataSource database) {
        return new AgreementVersionStore(JdbcClient.create(database));
    }

    /**
     * The form of each agency that is in force on a day, by agency: the newest that was activated and has begun; where none
     * has begun the newest. One whose file was taken away is among them.
     */
    public List<Version> standing(LocalDate day) {
        return sql.sql("SELECT DISTINCT ON (agency) * FROM (" + SELECT + "WHERE activated_at IS NOT NULL) form "
                + "ORDER BY agency, (removed OR start_on <= ?) DESC, number DESC").param(Date.valueOf(day)).query(AgreementVersionStore::version).list();
    }

    /** The newest activated form of each agency, by agency, begun or not. */
    public List<Version> newest() {
        return sql.sql("SELECT DISTINCT ON (agency) * FROM (" + SELECT + "WHERE activated_at IS NOT NULL) form ORDER BY agency, number DESC")
                .query(AgreementVersionStore::version).list();
    }

    /** Keeps every other hub on this database from changing forms until this transaction ends. */
    public void lock() {
        sql.sql("SELECT pg_advisory_xact_lock(?)").param(CHANGE_LOCK).query((row, i) -> 0).list();
    }

    /** Agreements put forward and not in force, by agency. */
    public List<Version> waiting() {
        return sql.sql(SELECT + "WHERE activated_at IS NULL ORDER BY agency").query(AgreementVersionStore::version).list();
    }

    /** That version, in force, former or put forward. */
    public Optional<Version> version(int number) {
        return sql.sql(SELECT + "WHERE number = ?").param(number).query(AgreementVersionStore::version).optional();
    }

    /** The newest versions of an agency's agreement first. */
    public List<Version> newest(String agency, int limit) {
        return sql.sql(SELECT + "WHERE agency = ? ORDER BY number DESC LIMIT ?").param(agency).param(limit).query(AgreementVersionStore::version).list();
    }

    /** The newest that changed a form which was in force, whoever the agency. */
    public List<Version> changed(int limit) {
        return sql.sql(SELECT + """
                WHERE activated_at IS NOT NULL AND EXISTS (SELECT FROM agreement_version earlier WHERE earlier.agency = agreement_version.agency
                      AND earlier.number < agreement_version.number AND earlier.activated_at IS NOT NULL)
                ORDER BY activated_at DESC, number DESC LIMIT ?""").param(limit).query(AgreementVersionStore::version).list();
    }

    /** The activated form before that one, of the same agency. */
    public Optional<Version> before(Version version) {
        return sql.sql(SELECT + "WHERE agency = ? AND number < ? AND activated_at IS NOT NULL ORDER BY number DESC LIMIT 1")
                .param(version.agency()).param(version.number()).query(AgreementVersionStore::version).optional();
    }

    /** Empty for an unknown number and where the file was taken away. */
    public Optional<String> text(int number) {
        return sql.sql("SELECT body FROM agreement_version WHERE number = ? AND body IS NOT NULL").param(number).query(String.class).optional();
    }

    /** Keeps a form that came into force at once, in place of what waited. */
    public int keepActivated(AgreementFile file, String by, Instant now) {
        dropWaiting(file.agency());
        return insert(file.agency(), file.terms().id(), file.terms().version(), file.sha256(), file.text(), file.terms().start(), by, now);
    }

    /** Keeps a form that waits for people, in place of what waited before. */
    public int keepWaiting(AgreementFile file, Instant now) {
        dropWaiting(file.agency());
        return insert(file.agency(), file.terms().id(), file.terms().version(), file.sha256(), file.text(), file.terms().start(), null, now);
    }

    /** As {@link #keepWaiting}, for a file that was taken away; {@code activatedBy} is null where people must be asked. */
    public int keepRemoval(Version gone, String activatedBy, LocalDate today, Instant now) {
        dropWaiting(gone.agency());
        return insert(gone.agency(), gone.agreement(), gone.version(), gone.sha256(), null, today, activatedBy, now);
    }

    /** The folder no longer says it. */
    public void dropWaiting(String agency) {
        sql.sql("DELETE FROM agreement_version WHERE agency = ? AND activated_at IS NULL").param(agency).update();
    }

    /** False when it no longer waits, or somebody has put it forward. */
    public boolean propose(int number, String account, Instant now) {
        return sql.sql("UPDATE agreement_version SET proposed_by = ?, proposed_at = ? WHERE number = ? AND proposed_by IS NULL AND activated_at IS NULL")
                .param(account).param(Timestamp.from(now)).param(number).update() == 1;
    }

    /** False unless another person has put it forward and it still waits. */
    public boolean activate(int number, String account, Instant now) {
        return sql.sql("UPDATE agreement_version SET activated_by = ?, activated_at = ? WHERE number = ? AND activated_at IS NULL AND proposed_by <> ?")
                .param(account).param(Timestamp.from(now)).param(number).param(account).update() == 1;
    }

    private int insert(String agency, String agreement, int version, String sha256, String body, LocalDate start, String activatedBy, Instant now) {
        return sql.sql("""
                INSERT INTO agreement_version (agency, agreement, version, sha256, body, start_on, seen_at, activated_by, activated_at)
                VALUES (:agency, :agreement, :version, :sha256, :body, :start, :now, :by::text, CASE WHEN :by::text IS NULL THEN NULL ELSE :now::timestamptz END)
                RETURNING number""").param("agency", agency).param("agreement", agreement).param("version", version).param("sha256", sha256)
                .param("body", body).param("start", Date.valueOf(start)).param("now", Timestamp.from(now)).param("by", activatedBy)
                .query(Integer.class).single();
    }

    private static Version version(ResultSet row, int at) throws SQLException {
        return new Version(row.getInt("number"), row.getString("agency"), row.getString("agreement"), row.getInt("version"), row.getString("sha256"),
                row.getBoolean("removed"), row.getDate("start_on").toLocalDate(), instant(row, "seen_at"), row.getString("proposed_by"),
                instant(row, "proposed_at"), row.getString("activated_by"), instant(row, "activated_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp stamp = row.getTimestamp(column);
        return stamp == null ? null : stamp.toInstant();
    }
}
