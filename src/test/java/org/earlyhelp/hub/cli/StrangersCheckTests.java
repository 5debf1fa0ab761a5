package org.earlyhelp.hub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.support.Strangers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ehub doctor} and {@code ehub check} on agencies of unseen layouts. */
class StrangersCheckTests {
    private static final HubClock MONDAY = HubClock.fixedAt(Instant.parse("2026-11-23T08:40:00Z"));

    @TempDir
    private Path folder;
    private CouncilCopy council;

    @BeforeEach
    void join() {
        council = CouncilCopy.in(folder);
        Strangers.join(folder);
    }

    @Test
    void findsNoFaultInTheirFiles() {
        assertThat(council.findings()).isEmpty();
    }

    @Test
    void namesASenderWithoutAnAgreement() throws IOException {
        council.change("mappings/youth-justice.yaml", "southmoor-youth", "southmore-youth");

        assertThat(council.findings()).singleElement().asString().matches("mappings/youth-justice.yaml:[0-9]+: there is no agreements/southmore-youth.yaml");
    }

    @Test
    void saysWhatAReceiptWouldSay() {
        List<Strangers.Case> cases = Strangers.cases();

        assertThat(cases).hasSizeGreaterThan(20).allSatisfy(sent -> {
            FeedTrial.Result result = (FeedTrial.Result) new AgreedFeedTrial().tryOut(folder, sent.file(), sent.agency(), sent.mapping(), MONDAY);
            assertThat(result.stage()).isEqualTo(sent.stage());
        });
    }
}
