package org.earlyhelp.hub.alert.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.earlyhelp.hub.alert.message.Notices;
import org.earlyhelp.hub.alert.support.AlertRoomTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The message that references are gone names them: however late it is sent, nothing of it stays in the database. */
class GoneNoteTests extends AlertRoomTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Test
    void isKeptUntilItIsSentAndNoLonger() throws Exception {
        JdbcClient sql = JdbcClient.create(database);
        hub.bean(OutboxPublisher.class).stop();
        sql.sql("INSERT INTO outbox (id, queue, type, priority, body, created_at) VALUES ('gone', :queue, :gone, 4, '{}', now()), ('other', :queue, 'earlyhelp.identity.merged.v1', 4, '{}', now())")
                .param("queue", Notices.IDENTITY_QUEUE).param("gone", Notices.ERASED).update();

        hub.bean(OutboxPublisher.class).start();

        assertThat(broker.take(Notices.IDENTITY_QUEUE, 2)).hasSize(2);
        await().atMost(LIMIT).until(() -> sql.sql("SELECT count(*) FROM outbox WHERE published_at IS NULL").query(Long.class).single() == 0);
        assertThat(sql.sql("SELECT id FROM outbox").query(String.class).list()).containsExactly("other");
    }
}
