package org.earlyhelp.hub.sharing.storage;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which receiver has had the checkpoint of which day. */
@Repository
public class PostedCheckpoints {
    private final JdbcClient sql;

    public PostedCheckpoints(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether the receiver took a checkpoint that day. */
    public boolean has(LocalDate day, String receiver) {
        return sql.sql("SELECT EXISTS (SELECT FROM checkpoint_posted WHERE day = ? AND receiver = ?)").param(day).param(receiver).query(Boolean.class).single();
    }

    /** Notes that the receiver took a checkpoint that day. */
    public void add(LocalDate day, String receiver) {
        sql.sql("INSERT INTO checkpoint_posted (day, receiver) VALUES (?, ?) ON CONFLICT DO NOTHING").param(day).param(receiver).update();
    }
}
