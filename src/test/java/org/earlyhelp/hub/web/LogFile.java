package org.earlyhelp.hub.web;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries of the sharing log as acts would have left them, without what they say under seal. */
final class LogFile {
    private final JdbcClient sql;
    private int written;

    LogFile(JdbcClient sql) {
        this.sql = sql;
    }

    /** An entry in the making; a look of front-door staff at one person's page unless told otherwise. */
    final class Entry {
        private final Map<String, Object> columns = new LinkedHashMap<>(Map.of("kind", "VIEWED", "recipient", "front-door", "source", "hub", "purpose", "EARLY_HELP",
                "basis", "6(1)(e) 9(2)(g)", "standing", "IN_FORCE", "withheld", 0, "at", WebTestHub.NOW, "channel", "/people/{ref}"));

        Entry with(String column, Object value) {
            columns.put(column, value);
            return this;
        }

        Entry at(String instant) {
            return with("at", Instant.parse(instant));
        }

        /** Writes it and returns its id. */
        String write() {
            String id = String.format("01TEST%020d", ++written);
            columns.putIfAbsent("act", "A" + id);
            sql.sql("""
                    INSERT INTO sharing_entry (id, act, kind, person, recipient, source, purpose, basis, who, channel, standing, level, withheld, classes, agreement, commitment, at)
                    VALUES (:id, :act, :kind, :person, :recipient, :source, :purpose, :basis, :who, :channel, :standing, :level, :withheld, :classes, :agreement,
                            sha256(convert_to(:id, 'UTF8')), :at)""").param("id", id)
                    .params(columns).param("at", Timestamp.from((Instant) columns.get("at"))).param("person", columns.get("person")).param("who", columns.get("who"))
                    .param("level", columns.get("level")).param("agreement", columns.get("agreement")).param("classes", columns.get("classes")).update();
            return id;
        }
    }

    /** A person's page opened by an account. */
    Entry look(String account, String person) {
        return new Entry().with("who", account).with("person", person);
    }

    /** A message to a queue. */
    Entry sent(String queue, String person) {
        return new Entry().with("kind", "SENT").with("recipient", queue).with("channel", queue).with("person", person);
    }

    Entry refused(String account) {
        return new Entry().with("kind", "REFUSED").with("who", account).with("channel", null).with("basis", null).with("standing", null);
    }
}
