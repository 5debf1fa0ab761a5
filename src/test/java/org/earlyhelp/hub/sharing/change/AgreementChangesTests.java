package org.earlyhelp.hub.sharing.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.earlyhelp.hub.sharing.AgreementFile;
import org.earlyhelp.hub.sharing.AgreementFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementChangesTests {
    private static final String POLICE = "avonford-police";
    @TempDir
    private Path folder;
    private AgreementFiles files;
    private AgreementFile before;

    @BeforeEach
    void read() {
        files = AgreementFiles.copiedTo(folder);
        before = AgreementFile.kept(POLICE, files.text(POLICE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "end: 2030-03-31 | end: 2031-03-31 | The last day: \"2030-03-31\" becomes \"2031-03-31\".",
        "name: Avonford Police | name: Avonford Constabulary | The name: \"Avonford Police\" becomes \"Avonford Constabulary\".",
        "missing-children, live: 2025-04-01 | missing-children, live: shadow | The feed missing-children raises no alerts (shadow) instead of raises alerts from 2025-04-01.",
        "mapping: domestic-abuse, live | mapping: domestic-abuse-xml, live | The feed domestic-abuse is read by domestic-abuse-xml instead of domestic-abuse.",
        "kind: police | kind: police\\nspecialist: true | A hidden family now shows the kind of this agency only.",
        "retention: | rawFiles: P30D\\nretention: | The time for which files are kept as they came: \"P90D\" becomes \"P30D\".",
        "MISSING: P6Y | MISSING: P7Y | MISSING is kept P7Y instead of P6Y.",
        "- queue: hub.identity-changed | - agency: clearwater | queue hub.identity-changed may no longer see anything.",
        "kind: police | kind: police\\naddresses: [192.0.2.0/24] | The addresses from which it may sign in: \"any\" becomes \"192.0.2.0/24\".",
        "kind: police | kind: police\\nquota: {files: 5} | The files it may send in 24 hours: \"10000\" becomes \"5\".",
        "kind: police | kind: police\\nsenders: {north: {name: North}} | North (north) may send from an account of its own.",
        "keys: [] | keys: [ssh-ed25519 AAAA] | Avonford Police may send, with 1 key."})
    void saysWhatDiffers(String from, String to, String words) {
        files.with(POLICE, from, to.replace("\\n", "\n"));

        assertThat(AgreementChanges.between(before, AgreementFile.kept(POLICE, files.text(POLICE)))).contains(words);
    }

    @Test
    void namesTheClassesThatARecipientGainsAndLoses() {
        files.with(POLICE, "  - role: ig\n    purposes: [GOVERNANCE]\n    classes: [IDENTITY, CONTACT,", "  - role: ig\n    purposes: [GOVERNANCE, OPERATION]\n    classes: [IDENTITY, FREE_TEXT,");

        assertThat(AgreementChanges.between(before, AgreementFile.kept(POLICE, files.text(POLICE))))
                .containsExactly("role ig may now see FREE_TEXT, may no longer see CONTACT, may now ask for OPERATION.");
    }

    @Test
    void comparesTheBoroughsOwnTermsToo() {
        AgreementFile borough = AgreementFile.kept("hub", files.text("hub"));
        files.with("hub", "01632 960100", "01632 960200");

        assertThat(AgreementChanges.between(borough, AgreementFile.kept("hub", files.text("hub")))).singleElement().asString().startsWith("The data protection officer: ");
    }

    @Test
    void findsNothingInAChangedComment() {
        files.with(POLICE, "keys: [] ", "keys: []  ");

        assertThat(AgreementChanges.between(before, AgreementFile.kept(POLICE, files.text(POLICE)))).isEmpty();
    }

    @Test
    void seesThatFirstContactWouldBeToldLess() {
        files.says(POLICE, files.text(POLICE).replaceAll("(queue: frontdoor.first-contact\n.*\n.*classes: .*) MISSING,", "$1"));

        assertThat(ClosedFeeds.between(before.terms(), AgreementFile.kept(POLICE, files.text(POLICE)).terms()))
                .contains("The safeguarding feed missing-children would tell first contact less than now.");
        assertThat(ClosedFeeds.between(before.terms(), before.terms())).isEmpty();
        assertThat(ClosedFeeds.between(null, before.terms())).isEmpty();
        assertThat(ClosedFeeds.between(before.terms(), null)).hasSize(2);
    }
}
