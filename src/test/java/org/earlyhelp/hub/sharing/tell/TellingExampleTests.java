package org.earlyhelp.hub.sharing.tell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.earlyhelp.hub.alert.support.Schemas;
import org.earlyhelp.hub.support.Webhook;
import org.earlyhelp.hub.support.WrittenExample;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a webhook really gets is what its schema and its example say. */
class TellingExampleTests {
    private static final JsonMapper PRETTY = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Instant MONDAY = Instant.parse("2026-11-23T08:40:00Z");

    private static String sent(String subject, String words) throws IOException {
        try (Webhook webhook = new Webhook()) {
            new WebhookChannel("alarm-webhook", webhook.address()).send(new Telling("01KAN0R7G00000000000000001", "alarm-webhook", subject, words, MONDAY));
            return webhook.bodies().get(0);
        }
    }

    @Test
    void showsAnAlarm() throws IOException {
        String body = sent("Early Help Hub, Alarm: feed late", "No file of avonford-schools/school-attendance came by 23 November 2026, 08:30.\nLook at: /feeds");

        assertThat(Schemas.faults("telling.v1.json", body)).isEmpty();
        WrittenExample.is("telling.json", PRETTY.writeValueAsString(PRETTY.readTree(body)) + "\n");
    }

    @Test
    void keepsTheLimitsOfTheSchema() throws IOException {
        assertThat(Schemas.faults("telling.v1.json", sent("s".repeat(300), "w".repeat(9_000)))).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatTheHubNeverSends() throws IOException {
        assertThat(Schemas.faults("telling.v1.json", sent("a", "b").replace("telling.v1", "telling.v2"))).isNotEmpty();
        assertThat(Schemas.faults("telling.v1.json", sent("a", "b").replace("\"text\"", "\"words\""))).isNotEmpty();
    }
}
