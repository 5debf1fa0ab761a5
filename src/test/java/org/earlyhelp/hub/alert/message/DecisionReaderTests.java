package org.earlyhelp.hub.alert.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.earlyhelp.hub.alert.Decision;
import org.earlyhelp.hub.alert.Outcome;
import org.earlyhelp.hub.alert.message.DecisionReader.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionReaderTests {
    private static final String WHOLE = """
            {"id":"D1","alert":"A-2026-000001","alertVersion":2,"action":"OUTCOME","outcome":"EMERGING","level":2,"reason":"Team around the family",
             "by":"m.ali","at":"2026-11-23T10:00:00Z","leadPractitioner":"J. Okoro","familyTold":"YES","familyAgrees":"NOT_ASKED","later":"ignored"}""";

    @Test
    void readsAWholeDecision() {
        assertThat(DecisionReader.read(WHOLE)).isEqualTo(new Reading.Read(new Decision("D1", "A-2026-000001", 2, Decision.Action.OUTCOME, Outcome.EMERGING, null, 2,
                "Team around the family", "m.ali", Instant.parse("2026-11-23T10:00:00Z"), "J. Okoro", Decision.FamilyTold.YES, Decision.FamilyAgrees.NOT_ASKED)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "id":"D1"               | "id":""                  | BAD_FIELD      | id
            "id":"D1"               | "key":"D1"               | MISSING_FIELD  | id
            "alertVersion":2        | "alertVersion":0         | BAD_FIELD      | alertVersion
            "alertVersion":2        | "alertVersion":2.5       | BAD_FIELD      | alertVersion
            "alertVersion":2        | "alertVersion":"2"       | BAD_FIELD      | alertVersion
            "action":"OUTCOME"      | "action":"DELETE"        | UNKNOWN_ACTION | action
            "outcome":"EMERGING"    | "outcome":"emerging"     | BAD_FIELD      | outcome
            "outcome":"EMERGING"    | "feedback":"USEFUL"      | MISSING_FIELD  | outcome
            "level":2               | "level":5                | BAD_FIELD      | level
            "at":"2026-11-23T10:00:00Z" | "at":"yesterday"     | BAD_FIELD      | at
            "id":"D1"               | "id":"D1","id":"D2"      | BAD_JSON       |
            "later":"ignored"       | "later":                 | BAD_JSON       |
            """, quoteCharacter = '`')
    void namesTheFieldAtFault(String good, String bad, String reason, String field) {
        assertThat(DecisionReader.read(WHOLE.replace(good, bad))).isEqualTo(new Reading.Unreadable(reason, field));
    }

    @Test
    void takesATimeWithoutOffsetAsCivilTime() {
        Reading reading = DecisionReader.read(WHOLE.replace("2026-11-23T10:00:00Z", "2026-07-01T10:00:00"));

        assertThat(((Reading.Read) reading).decision().at()).isEqualTo(Instant.parse("2026-07-01T09:00:00Z"));
    }

    @Test
    void refusesWhatIsTooLargeOrTooDeepOrNoObject() {
        String padded = WHOLE + " ".repeat(DecisionReader.MESSAGE_LIMIT_CHARACTERS + 1 - WHOLE.length());
        assertThat(DecisionReader.read(padded)).isEqualTo(new Reading.Unreadable("TOO_LARGE", null));
        assertThat(DecisionReader.read(padded.substring(0, DecisionReader.MESSAGE_LIMIT_CHARACTERS))).isInstanceOf(Reading.Read.class);
        assertThat(DecisionReader.read("{\"a\":" + "[".repeat(1_000))).isEqualTo(new Reading.Unreadable("BAD_JSON", null));
        assertThat(DecisionReader.read("[]")).isEqualTo(new Reading.Unreadable("BAD_JSON", null));
        assertThat(DecisionReader.read("")).isEqualTo(new Reading.Unreadable("BAD_JSON", null));
    }
}
