package org.earlyhelp.hub.alert.storage;

import static org.earlyhelp.hub.alert.storage.Stamps.stamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.alert.MessagesOfThisAct;
import org.earlyhelp.hub.alert.message.Notices;
import org.earlyhelp.hub.alert.message.OutboxMessage;
import org.earlyhelp.hub.sharing.Disclosed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox: messages written in the transaction of the act, sent afterwards in the order of their ordinals. */
@Repository
public class OutboxStore implements MessagesOfThisAct {
    static final int LANE_LOCK = 0x4F555442;
    private final JdbcClient sql;

    public OutboxStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Adds a message in the caller's transaction. The type lets nothing in that did not pass the disclosure desk. */
    public void append(Disclosed<OutboxMessage> disclosed, Instant now) {
        OutboxMessage message = disclosed.content();
        sql.sql("""
                INSERT INTO outbox (id, queue, type, family, priority, properties, body, created_at)
                VALUES (:id, :queue, :type, :family, :priority, :properties::jsonb, :body, :now)
                """).param("id", message.id()).param("queue", message.queue()).param("type", message.type()).param("family", message.family())
                .param("priority", message.priority()).param("properties", StoredJson.write(message.properties()))
                .param("body", message.body()).param("now", stamp(now)).update();
    }

    /** Whether this transaction now holds the lane; false when another publisher does. Released at the transaction's end. */
    public boolean holdsLane(int lane) {
        return sql.sql("SELECT pg_try_advisory_xact_lock(:room, :lane)").params(Map.of("room", LANE_LOCK, "lane", lane)).query(Boolean.class).single();
    }

    /** The oldest messages of these queues that are not sent, at most {@code limit}. */
    public List<OutboxMessage> unsent(Collection<String> queues, int limit) {
        return sql.sql("""
                SELECT id, queue, type, family, priority, properties::text AS properties, body FROM outbox
                WHERE published_at IS NULL AND queue IN (:queues) ORDER BY ordinal LIMIT :limit
                """).param("queues", queues).param("limit", limit).query((row, i) -> message(row)).list();
    }

    /** Notes that the broker has it. That references are gone is kept no longer than that, since the message names them. */
    public void sent(Collection<String> ids, Instant now) {
        if (!ids.isEmpty()) {
            sql.sql("DELETE FROM outbox WHERE id IN (:ids) AND type = :gone").param("ids", ids).param("gone", Notices.ERASED).update();
            sql.sql("UPDATE outbox SET published_at = :now WHERE id IN (:ids)").param("now", stamp(now)).param("ids", ids).update();
        }
    }

    /** What the caller's transaction has written, in order. */
    public List<OutboxMessage> ofThisAct() {
        return sql.sql("SELECT id, queue, type, family, priority, properties::text AS properties, body FROM outbox WHERE xmin = pg_current_xact_id()::xid ORDER BY ordinal")
                .query((row, i) -> message(row)).list();
    }

    private static OutboxMessage message(ResultSet row) throws SQLException {
        return new OutboxMessage(row.getString("id"), row.getString("queue"), row.getString("type"), row.getString("family"), row.getInt("priority"),
                properties(row.getString("properties")), row.getString("body"));
    }

    @Override
    public List<Message> written() {
        // xmin is the transaction that wrote the row: no other act's messages are among them.
        return sql.sql("SELECT queue, type, family, body::jsonb -> 'data' ->> 'alert' AS alert FROM outbox WHERE xmin = pg_current_xact_id()::xid ORDER BY ordinal")
                .query((row, i) -> new Message(row.getString("queue"), row.getString("type"), row.getString("family"), row.getString("alert"))).list();
    }

    /** How many messages wait for the broker. */
    public long waiting() {
        return sql.sql("SELECT count(*) FROM outbox WHERE published_at IS NULL").query(Long.class).single();
    }

    /** Messages of one queue that wait for the broker, and when the oldest was written. */
    public record Unsent(long messages, Instant oldest) {
    }

    /** What waits for the broker, by queue. */
    public Map<String, Unsent> unsentByQueue() {
        Map<String, Unsent> unsent = new HashMap<>();
        sql.sql("SELECT queue, count(*), min(created_at) FROM outbox WHERE published_at IS NULL GROUP BY queue")
                .query(row -> {
                    unsent.put(row.getString(1), new Unsent(row.getLong(2), row.getTimestamp(3).toInstant()));
                });
        return unsent;
    }

    @SuppressWarnings("unchecked")
    static Map<String, String> properties(String json) {
        return StoredJson.read(json, Map.class);
    }
}
