package org.earlyhelp.hub.web.emergency.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.web.emergency.EmergencyAccess;
import org.earlyhelp.hub.web.emergency.EmergencyAccess.Review;
import org.earlyhelp.hub.web.emergency.EmergencyAccess.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of emergency access. */
@Component
public class EmergencyStore {
    private final JdbcClient sql;

    EmergencyStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Keeps a page opened now; the id and review of {@code access} do not count. */
    public void add(EmergencyAccess access) {
        sql.sql("INSERT INTO emergency_access (account, role, page, reason, entry, opened_at, ends_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(access.account(), access.role(), access.page(), access.reason(), access.entry(), Timestamp.from(access.openedAt()), Timestamp.from(access.endsAt()))
                .update();
    }

    /** What keeps the page open for the account at that time; the one that lasts longest. */
    public Optional<EmergencyAccess> open(String account, String page, Instant at) {
        return sql.sql("SELECT * FROM emergency_access WHERE account = ? AND page = ? AND opened_at <= ? AND ends_at > ? ORDER BY ends_at DESC LIMIT 1")
                .params(account, page, Timestamp.from(at), Timestamp.from(at)).query(EmergencyStore::read).optional();
    }

    /** Those without a review first, then the newest. */
    public List<EmergencyAccess> latest(int limit) {
        return sql.sql("SELECT * FROM emergency_access ORDER BY verdict IS NOT NULL, opened_at DESC, id DESC LIMIT ?").param(limit).query(EmergencyStore::read).list();
    }

    /** How many wait for a manager. */
    public long unreviewed() {
        return sql.sql("SELECT count(*) FROM emergency_access WHERE verdict IS NULL").query(Long.class).single();
    }

    /** Keeps a review; false where there is no such access, it has one already, or it is the reviewer's own. */
    public boolean review(long id, Review review) {
        return sql.sql("UPDATE emergency_access SET verdict = ?, remark = ?, reviewed_by = ?, reviewed_at = ? WHERE id = ? AND verdict IS NULL AND account <> ?")
                .params(review.verdict().name(), review.remark(), review.by(), Timestamp.from(review.at()), id, review.by()).update() == 1;
    }

    private static EmergencyAccess read(ResultSet row, int number) throws SQLException {
        Optional<Review> review = row.getString("verdict") == null ? Optional.empty() : Optional.of(new Review(Verdict.valueOf(row.getString("verdict")),
                row.getString("remark"), row.getString("reviewed_by"), row.getTimestamp("reviewed_at").toInstant()));
        return new EmergencyAccess(row.getLong("id"), row.getString("account"), row.getString("role"), row.getString("page"), row.getString("reason"),
                row.getString("entry"), row.getTimestamp("opened_at").toInstant(), row.getTimestamp("ends_at").toInstant(), review);
    }
}
