package org.earlyhelp.hub.need.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By the shipped agreement of the police, live from 1 April 2025. */
class AgreedLiveFeedsTests {
    @ParameterizedTest
    @CsvSource({"avonford-police, missing-children, 2025-03-31T23:00:00Z, true", "avonford-police, missing-children, 2025-03-31T22:59:59Z, false",
        "avonford-police, unheard-of, 2026-11-01T00:00:00Z, false", "nobody, missing-children, 2026-11-01T00:00:00Z, false"})
    void clocksEventsFromTheLondonDateOfTheAgreement(String agency, String feed, Instant occurredAt, boolean live) {
        AgreementBook agreements = new AgreementBook();
        agreements.load(Path.of("agreements"));

        assertThat(new AgreedLiveFeeds(agreements).clocks(agency, feed, occurredAt, occurredAt)).isEqualTo(live);
    }
}
