package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.PersonMaker.named;
import static org.earlyhelp.hub.identity.RecordMaker.missingAndBack;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.ChangedAgreements;
import org.earlyhelp.hub.sharing.ChangedAgreements.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Entries of real disclosures, compared under another text of the police agreement. */
class DifferencePageTests extends FrontDoorTest {
    private static final String PAGE = "/agreements/difference";
    @TempDir
    private Path folder;
    @Autowired
    private AgreementBook book;

    @AfterEach
    void restore() {
        new ChangedAgreements(book).restore();
    }

    @Test
    void saysNothingWouldDifferUnderTheSameText() {
        aLookedAtChild();

        assertThat(compared(text -> text).body()).contains("ISA-AVON-POLICE-1@1").contains("No disclosure of these days would differ");
    }

    @Test
    void countsWhoWouldSeeNoMore() {
        aLookedAtChild();

        String html = compared(text -> text.replaceFirst("(?s)- queue: frontdoor.early-help.*?- queue", "- queue")).body();

        assertThat(count(html, "queue frontdoor.early-help", "MISSING")).isEqualTo("0 1");
        assertThat(html).contains(">Refused<").doesNotContain(">role front-door<");
    }

    /** What was refused under the agreement of that day counts as seen besides under one that grants it. */
    @Test
    void countsWhoWouldSeeMore() {
        new ChangedAgreements(book).apply(folder, Change.OTHER_CLASS);
        aLookedAtChild();

        String html = compared(text -> text).body();

        assertThat(count(html, "role front-door", "MISSING")).matches("[1-9] 0");
        assertThat(count(html, "queue frontdoor.early-help", "MISSING")).isEqualTo("1 0");
        assertThat(html).doesNotContain(">Refused<");
    }

    @Test
    void judgesAProposalAsIfItWereInForce() {
        aLookedAtChild();

        assertThat(compared(text -> text.replace("start: 2025-04-01", "start: 2026-12-01")).body()).contains("No disclosure of these days would differ");
    }

    /** No agreement opens a hidden place or a sealed identity, so neither is a difference. */
    @Test
    void countsNothingThatProtectsAPerson() {
        receive(missingAndBack("M1", "2026-11-01").about(named("Zoe Quill").born("2014-03-05").hiddenAt("3 Low Row", "ZZ99 3AB")));
        page("front-door", "/alerts/" + newestAlert());
        page("front-door", "/families/" + familyOf("Quill", "Zoe"));

        String html = compared(text -> text.replaceAll("(?m)^    classes: \\[", "    classes: [INVOLVEMENT, ")
                .replace("[INVOLVEMENT, IDENTITY, INVOLVEMENT]", "[INVOLVEMENT, IDENTITY]")).body();

        assertThat(html).contains("No disclosure of these days would differ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id: [", "agency: avonford-police", "nothing at all"})
    void saysWhatIsWrongWithTheText(String text) {
        HttpResponse<String> answer = as("ig").post(PAGE, PAGE, Map.of("agreement", text, "days", "30"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("There is a problem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "367", "-1", "many", ""})
    void comparesOverSoManyDaysOnly(String days) {
        assertThat(as("ig").post(PAGE, PAGE, Map.of("agreement", police(), "days", days)).body()).contains("Enter a number of days from 1 to 366");
    }

    @Test
    void offersATextToStartFrom() {
        assertThat(page("ig", PAGE + "?agency=avonford-police")).contains("ISA-AVON-POLICE-1");
        assertThat(page("ig", PAGE + "?agency=../borough")).doesNotContain("HUB-AVONFORD");
    }

    private void aLookedAtChild() {
        String alert = aMissingChild();
        page("front-door", "/alerts/" + alert);
    }

    private HttpResponse<String> compared(UnaryOperator<String> change) {
        HttpResponse<String> answer = as("ig").post(PAGE, PAGE, Map.of("agreement", change.apply(police()), "days", "30"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    /** Seen besides and no longer seen. */
    private static String count(String html, String recipient, String kind) {
        return html.replaceAll("(?s).*>" + recipient + "</th>\\s*<td[^>]*>" + kind + "</td>\\s*<td[^>]*>(\\d+)</td>\\s*<td[^>]*>(\\d+)</td>.*", "$1 $2");
    }

    private static String police() {
        try {
            return Files.readString(Path.of("agreements/avonford-police.yaml"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
