package org.earlyhelp.hub.alert.message;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.AlertStatus;
import org.earlyhelp.hub.alert.Outcome;
import org.earlyhelp.hub.alert.life.MessageType;
import org.earlyhelp.hub.identity.IdentityChanged;
import org.earlyhelp.hub.identity.IdentityChanged.Kind;
import org.earlyhelp.hub.support.WrittenExample;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The documented messages of rarer moments are what the code writes. {@code -Dehub.examples=write} writes them anew. */
class MessageExamplesTests {
    private static final JsonMapper PRETTY = JsonMapper.builder().enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT).build();
    private static final String ID = "01KAN0R7G00000000000000001";
    private static final String RECALL = "01KAN0R7G00000000000000002";
    private static final String SOURCE = "/early-help-hub/avonford";
    private static final Instant RAISED = Instant.parse("2026-11-22T06:01:02Z");
    private static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");
    private static final Alert ALERT = new Alert(1, "A-2026-004512", 1, "F-48KQ2M", AlertQueue.EARLY_HELP, 1, AlertStatus.RAISED, AlertMessageTests.exampleContent(),
            new Alert.Clocks(RAISED, RAISED.plusSeconds(86_400), RAISED.plusSeconds(172_800)), null, null, null, null, false, false);
    private static final Alert WITHDRAWN = ALERT.ended("EVIDENCE_TAKEN_BACK", null).as(AlertStatus.WITHDRAWN);

    @Test
    void showsADecidedAlert() throws IOException {
        is("alert-closed.json", message(ALERT.decided(Outcome.EMERGING, NOW, false).as(AlertStatus.DECIDED), MessageType.CLOSED));
    }

    @Test
    void showsAWithdrawnAlertAndItsRecall() throws IOException {
        is("alert-withdrawn.json", message(WITHDRAWN, MessageType.WITHDRAWN));
        is("alert-recalled.json", RecallNote.message(WITHDRAWN, AlertQueue.EARLY_HELP, Map.of(), ID, RECALL, SOURCE, NOW).body());
    }

    @Test
    void showsChangedIdentities() throws IOException {
        IdentityChanged merged = new IdentityChanged(Kind.FAMILY_MERGED, "F-48KQ2M", "F-77KQ2M", List.of(1L, 2L), List.of("F-48KQ2M", "F-77KQ2M"));
        IdentityChanged split = new IdentityChanged(Kind.FAMILY_SPLIT, "F-48KQ2M", "F-9ZKQ2M", List.of(1L, 3L), List.of("F-48KQ2M", "F-9ZKQ2M"));

        is("identity-merged.json", Notices.identity(merged, ID, SOURCE, NOW).body());
        is("identity-split.json", Notices.identity(split, ID, SOURCE, NOW).body());
        is("identity-erased.json", Notices.erased(List.of("P-77KQ2M", "P-48KQ2M"), ID, SOURCE, NOW).body());
    }

    private static String message(Alert alert, MessageType type) {
        AlertNews news = new AlertNews(alert, type, ID, NOW, SOURCE, List.of(new PersonFlags("P-7Q2MXA", false, false, "avonford-police")));
        return AlertMessage.render(news, AlertMessageTests.everythingAsked(AlertDisclosure.request(alert, news.people())), AlertMessageTests::shown).body();
    }

    private static void is(String name, String body) throws IOException {
        WrittenExample.is(name, PRETTY.writeValueAsString(PRETTY.readTree(body)) + "\n");
    }
}
