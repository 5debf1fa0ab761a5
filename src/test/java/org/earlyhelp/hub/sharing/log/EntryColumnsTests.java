package org.earlyhelp.hub.sharing.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EntryColumnsTests {
    private static final Map<String, Object> MEMBERS = new TreeMap<>(Map.of("id", "01A", "act", "01B", "at", "2026-11-23T08:40:00Z", "kind", "SENT",
            "person", "P-AAAAAA", "recipient", Map.of("kind", "QUEUE", "name", "frontdoor.early-help"), "source", "avonford-health", "level", 3,
            "article6", "6(1)(e) task in the public interest", "article9", "9(2)(h) health or social care, and 9(2)(g) substantial public interest"));

    @Test
    void namesTheArticlesAlone() {
        assertThat(EntryColumns.of(MEMBERS).basis()).isEqualTo("6(1)(e) 9(2)(h) 9(2)(g)");
        assertThat(EntryColumns.of(Map.of("article6", "not yet decided")).basis()).isNull();
    }

    @Test
    void drawsTheSameFromMembersAndFromThePayload() {
        Map<?, ?> read = JsonMapper.shared().readValue(SharingEntry.canonical(MEMBERS), Map.class);

        Map<String, Object> members = new TreeMap<>();
        read.forEach((name, value) -> members.put((String) name, value));
        assertThat(EntryColumns.of(members)).isEqualTo(EntryColumns.of(MEMBERS)).extracting(EntryColumns::recipient, EntryColumns::level)
                .isEqualTo(List.of("frontdoor.early-help", 3));
    }

    @Test
    void namesNoAgreementWhereNoneIsInForce() {
        Map<String, String> members = Map.of("agreement", "ISA-1@2", "agreementStanding", "NO_AGREEMENT_IN_FORCE");

        assertThat(EntryColumns.of(members).agreement()).isNull();
        assertThat(EntryColumns.of(members).standing()).isEqualTo("NO_AGREEMENT_IN_FORCE");
    }

    @Test
    void takesWhatIsNotTextForAbsent() {
        assertThat(EntryColumns.of(Map.of("person", List.of("P-AAAAAA"), "recipient", "frontdoor", "level", "4")))
                .extracting(EntryColumns::person, EntryColumns::recipient, EntryColumns::level).containsExactly(null, "", null);
    }
}
