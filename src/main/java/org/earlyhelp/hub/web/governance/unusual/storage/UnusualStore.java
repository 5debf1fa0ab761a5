package org.earlyhelp.hub.web.governance.unusual.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.web.governance.unusual.UnusualAccess;
import org.earlyhelp.hub.web.governance.unusual.UnusualAccess.Outcome;
import org.earlyhelp.hub.web.governance.unusual.UnusualAccess.Review;
import org.earlyhelp.hub.web.governance.unusual.UnusualAccess.Rule;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was found and what people found of it. */
@Repository
public class UnusualStore {
    private static final String WAITS = "(looked_at IS NULL OR looked_at < last_at)";
    private final JdbcClient sql;
    private final JdbcTemplate jdbc;

    UnusualStore(JdbcClient sql, JdbcTemplate jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    /** A place in the list, newest day first. */
    public record Place(LocalDate day, long id) {
    }

    /** Keeps findings; one that is known already becomes as new as it is found now. */
    @Transactional
    public void keep(List<UnusualAccess> found) {
        jdbc.batchUpdate("""
                INSERT INTO unusual_access (rule, account, role, day, subject, acts, entries, first_at, last_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (rule, account, day, subject) DO UPDATE
                SET acts = excluded.acts, entries = excluded.entries, first_at = excluded.first_at, last_at = excluded.last_at
                WHERE unusual_access.last_at < excluded.last_at OR unusual_access.acts < excluded.acts""",
                found.stream().map(one -> new Object[] {one.rule().name(), one.account(), one.role(), one.day(), one.subject(), one.acts(),
                        one.entries().toArray(String[]::new), Timestamp.from(one.firstAt()), Timestamp.from(one.lastAt())}).toList());
    }

    /** Notes that the day was searched. */
    public void keepDay(LocalDate day, Instant at) {
        sql.sql("INSERT INTO unusual_access_day (day, at) VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET at = excluded.at").params(day, Timestamp.from(at)).update();
    }

    /** The latest day that was gone through; empty before the first run. */
    public Optional<LocalDate> lastDay() {
        return sql.sql("SELECT day FROM unusual_access_day ORDER BY day DESC LIMIT 1").query(LocalDate.class).optional();
    }

    /** When a day was last gone through; empty before the first run. */
    public Optional<Instant> lastRun() {
        return sql.sql("SELECT at FROM unusual_access_day ORDER BY day DESC LIMIT 1").query(Timestamp.class).optional().map(Timestamp::toInstant);
    }

    /** How many nobody has looked at. */
    public long waiting() {
        return sql.sql("SELECT count(*) FROM unusual_access WHERE " + WAITS).query(Long.class).single();
    }

    /** At most {@code limit} after the place, null for the newest; those that wait only, or all. */
    public List<UnusualAccess> list(boolean waitingOnly, Place after, int limit) {
        String where = waitingOnly ? WAITS : "true";
        Place from = after == null ? new Place(LocalDate.of(9999, 1, 1), 0) : after;
        List<UnusualAccess> found = sql.sql("SELECT * FROM unusual_access WHERE " + where + " AND (day, id) < (?, ?) ORDER BY day DESC, id DESC LIMIT ?")
                .params(from.day(), from.id(), limit).query((row, number) -> access(row, List.of())).list();
        Map<Long, List<Review>> reviews = reviews(found.stream().map(UnusualAccess::id).toList());
        return found.stream().map(one -> withReviews(one, reviews.getOrDefault(one.id(), List.of()))).toList();
    }

    /** Adds a review; false where there is no such finding, or it is about the reviewer's own account. */
    @Transactional
    public boolean review(long id, Review review) {
        boolean fits = sql.sql("UPDATE unusual_access SET looked_at = ? WHERE id = ? AND account <> ?").params(Timestamp.from(review.at()), id, review.by()).update() == 1;
        if (fits) {
            sql.sql("INSERT INTO unusual_access_review (access_id, outcome, note, by_whom, at) VALUES (?, ?, ?, ?, ?)")
                    .params(id, review.outcome().name(), review.note(), review.by(), Timestamp.from(review.at())).update();
        }
        return fits;
    }

    /** Keeps the words of an account's surname, by which look-ups of own family are found. */
    public void rememberSurname(String account, List<String> words, Instant at) {
        sql.sql("INSERT INTO staff_surname (account, words, seen_at) VALUES (?, ?, ?) ON CONFLICT (account) DO UPDATE SET words = excluded.words, seen_at = excluded.seen_at")
                .param(account).param(words.toArray(String[]::new)).param(Timestamp.from(at)).update();
    }

    /** The words of the account's surname; empty where none is known. */
    public List<String> surname(String account) {
        return sql.sql("SELECT unnest(words) FROM staff_surname WHERE account = ?").param(account).query(String.class).list();
    }

    private Map<Long, List<Review>> reviews(List<Long> ids) {
        Map<Long, List<Review>> reviews = new HashMap<>();
        sql.sql("SELECT * FROM unusual_access_review WHERE access_id = ANY(?) ORDER BY access_id, id").param(ids.toArray(Long[]::new)).query(row -> {
            reviews.computeIfAbsent(row.getLong("access_id"), any -> new ArrayList<>()).add(new Review(Outcome.valueOf(row.getString("outcome")),
                    row.getString("note"), row.getString("by_whom"), row.getTimestamp("at").toInstant()));
        });
        return reviews;
    }

    private static UnusualAccess withReviews(UnusualAccess one, List<Review> reviews) {
        return new UnusualAccess(one.id(), one.rule(), one.account(), one.role(), one.day(), one.subject(), one.acts(), one.entries(), one.firstAt(), one.lastAt(), reviews);
    }

    private static UnusualAccess access(ResultSet row, List<Review> reviews) throws SQLException {
        return new UnusualAccess(row.getLong("id"), Rule.valueOf(row.getString("rule")), row.getString("account"), row.getString("role"),
                row.getObject("day", LocalDate.class), row.getString("subject"), row.getInt("acts"), List.of((String[]) row.getArray("entries").getArray()),
                row.getTimestamp("first_at").toInstant(), row.getTimestamp("last_at").toInstant(), reviews);
    }
}
