package org.earlyhelp.hub.sharing.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.page.ShortText;
import org.earlyhelp.hub.sharing.tell.ChannelState;
import org.earlyhelp.hub.sharing.tell.Telling;
import org.earlyhelp.hub.sharing.tell.TellingRounds;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is told outside, kept until it was taken or given up. */
@Repository
public class TellingStore {
    private static final int FAULT_LIMIT_CHARACTERS = 300;
    private final JdbcClient sql;

    public TellingStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** A telling whose next try is noted; {@code tries} counts this one. */
    public record Claimed(Telling telling, int tries) {
    }

    /** Keeps it; false when {@code limit} wait for its channel already. */
    public boolean add(Telling telling, int limit) {
        return sql.sql("""
                INSERT INTO telling (id, channel, subject, words, made_at, next_at)
                SELECT :id, :channel, :subject, :words, :at, :at
                 WHERE (SELECT count(*) FROM telling WHERE channel = :channel AND settled_at IS NULL) < :limit
                """).param("id", telling.id()).param("channel", telling.channel()).param("subject", telling.subject()).param("words", telling.words())
                .param("at", stamp(telling.at())).param("limit", limit).update() == 1;
    }

    /**
     * The channel's oldest whose time has come: its try is counted and no other may begin before {@code lease}. One that was
     * tried fewer than {@link TellingRounds#IN_ORDER_TRIES} times holds up those after it. A time further ahead than any pause
     * was noted before the clock was put back, and has come.
     */
    public Optional<Claimed> claim(String channel, Instant now, Instant lease) {
        return sql.sql("""
                UPDATE telling SET tries = tries + 1, next_at = :lease
                 WHERE id = (SELECT id FROM telling WHERE channel = :channel AND settled_at IS NULL AND (next_at <= :now OR next_at > :furthest)
                                AND (ordinal <= (SELECT min(ordinal) FROM telling WHERE channel = :channel AND settled_at IS NULL AND tries < :inOrder)) IS NOT FALSE
                              ORDER BY ordinal LIMIT 1)
                   AND (next_at <= :now OR next_at > :furthest) AND settled_at IS NULL
                RETURNING id, channel, subject, words, made_at, tries
                """).param("channel", channel).param("now", stamp(now)).param("furthest", stamp(now.plus(TellingRounds.LONGEST_PAUSE)))
                .param("inOrder", TellingRounds.IN_ORDER_TRIES).param("lease", stamp(lease)).query((row, i) -> claimed(row)).optional();
    }

    /** Notes that the channel took it. */
    public void delivered(String id, Instant now) {
        sql.sql("UPDATE telling SET settled_at = :now, is_delivered = true, fault = NULL WHERE id = :id").param("id", id).param("now", stamp(now)).update();
    }

    /** Notes why it was not taken, and when it is tried next. */
    public void failed(String id, String fault, Instant next) {
        String why = fault == null ? "no reason given" : fault;
        sql.sql("UPDATE telling SET fault = :fault, next_at = :next WHERE id = :id AND settled_at IS NULL").param("id", id)
                .param("fault", ShortText.of(why, FAULT_LIMIT_CHARACTERS)).param("next", stamp(next)).update();
    }

    /** Gives up what was made before {@code old} and is still not taken; returns the ids. */
    public List<String> giveUp(String channel, Instant old, Instant now) {
        return sql.sql("UPDATE telling SET settled_at = :now, is_delivered = false WHERE channel = :channel AND settled_at IS NULL AND made_at < :old RETURNING id")
                .param("channel", channel).param("old", stamp(old)).param("now", stamp(now)).query(String.class).list();
    }

    /** Forgets what was taken or given up before {@code old}. */
    public void forgetSettledBefore(Instant old) {
        sql.sql("DELETE FROM telling WHERE settled_at < :old").param("old", stamp(old)).update();
    }

    /** How the channel stands: what waits, what was given up, and why what waits was refused. */
    public ChannelState state(String channel) {
        return sql.sql("""
                WITH own AS (SELECT * FROM telling WHERE channel = :channel),
                     refused AS (SELECT * FROM own WHERE settled_at IS NULL AND fault IS NOT NULL),
                     last AS (SELECT max(settled_at) AS at FROM own WHERE is_delivered)
                SELECT (SELECT count(*) FROM own WHERE settled_at IS NULL) AS waiting, (SELECT count(*) FROM own WHERE NOT is_delivered) AS given_up, last.at AS last,
                       (SELECT min(made_at) FROM refused WHERE last.at IS NULL OR made_at > last.at) AS refused,
                       (SELECT min(settled_at) FROM own WHERE is_delivered AND settled_at >= (SELECT min(made_at) FROM refused)) AS passed,
                       (SELECT fault FROM refused ORDER BY ordinal LIMIT 1) AS fault
                  FROM last
                """).param("channel", channel).query((row, i) -> new ChannelState(channel, row.getLong("waiting"), instant(row, "refused"), instant(row, "passed"), row.getLong("given_up"),
                        instant(row, "last"), row.getString("fault"))).single();
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        return new Claimed(new Telling(row.getString("id"), row.getString("channel"), row.getString("subject"), row.getString("words"), instant(row, "made_at")), row.getInt("tries"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime stamp(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
