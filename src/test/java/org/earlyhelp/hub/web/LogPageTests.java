package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.earlyhelp.hub.sharing.log.Checkpoint;
import org.earlyhelp.hub.sharing.log.CompactRange;
import org.earlyhelp.hub.sharing.log.TreeHash;
import org.earlyhelp.hub.sharing.sequence.LogSequencer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** The state of the log as a page, and two people who let it go on. */
@SpringBootTest(classes = WebTestHub.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class LogPageTests {
    @LocalServerPort
    private int port;
    @Autowired
    private LogSequencer sequencer;
    @Autowired
    private DisclosureDesk desk;

    @Test
    void letsTwoPeopleHaveALogGoOnThatWasPutBack() {
        desk.note(List.of(new Act(ActKind.NOT_SHARED, null, Recipient.agency("a"), Purpose.GOVERNANCE, null, Set.of(), Set.of(), Map.of("reason", "x"))));
        sequencer.sequence();
        Browser ig = Browser.signedIn(port, "ig");
        assertThat(ig.get("/sharing/log").body()).contains("Every entry is under a signed checkpoint", "No witness is set").doesNotContain("Let the log go on");
        assertThat(ig.post("/sharing/log", "/sharing/log/declare", Map.of("reason", "because")).statusCode()).isEqualTo(400);

        sequencer.halt(new Checkpoint("early-help-hub/x", 99, CompactRange.of(1, (level, index) -> TreeHash.EMPTY).root(), List.of()), 1, "The witness has seen 99 entries.");
        assertThat(ig.get("/sharing/log").body()).contains("The witness has seen 99 entries.", "Let the log go on under a new name");
        assertThat(ig.post("/sharing/log", "/sharing/log/declare", Map.of("reason", "")).body()).contains("Give the reason");
        ig.post("/sharing/log", "/sharing/log/declare", Map.of("reason", "The disk failed"));
        String page = ig.get("/sharing/log").body();
        assertThat(page).contains("ig declared on", "Entries 1 to 98 are lost", "somebody else confirms");
        String origin = page.replaceAll("(?s).*New name: ([^<]+)<.*", "$1");
        assertThat(ig.post("/sharing/log", "/sharing/log/confirm", Map.of("origin", origin)).statusCode()).isEqualTo(409);

        Browser manager = Browser.signedIn(port, "manager");
        assertThat(manager.get("/sharing/log").body()).contains("Confirm: the log goes on");
        assertThat(manager.post("/sharing/log", "/sharing/log/confirm", Map.of("origin", origin)).statusCode()).isEqualTo(302);
        sequencer.sequence();
        assertThat(ig.get("/sharing/log").body()).contains("Every entry is under a signed checkpoint").doesNotContain("Let the log go on");
    }
}
