package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.earlyhelp.hub.alert.AwaitedAgreements.What;
import org.earlyhelp.hub.alert.storage.AwaitedStore;
import org.earlyhelp.hub.sharing.AgreementFile;
import org.earlyhelp.hub.sharing.AgreementRefresh;
import org.earlyhelp.hub.sharing.AgreementVersions;
import org.earlyhelp.hub.sharing.storage.AgreementVersionStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = WebTestHub.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "hub.test.case=agreements")
class AgreementPagesTests {
    private static final String POLICE = "avonford-police";
    @LocalServerPort
    private int port;
    @Autowired
    private AgreementVersions versions;
    @Autowired
    private AgreementRefresh reading;
    @Autowired
    private AgreementVersionStore store;
    @Autowired
    private AwaitedStore awaited;
    @Autowired
    private JdbcClient sql;
    private int proposal;

    /** As if the folder had said so: the hub of the test reads the shipped one. */
    @BeforeEach
    void aProposalWaits() {
        int inForce = store.newest().stream().filter(version -> version.agency().equals(POLICE)).findFirst().orElseThrow().number();
        String text = store.text(inForce).orElseThrow().replace("version: 1", "version: 2").replace("end: 2030-03-31", "end: 2028-03-31")
                .replace("classes: [IDENTITY, MISSING, DOMESTIC_ABUSE, SAFEGUARDING]", "classes: [IDENTITY, MISSING]");
        proposal = store.keepWaiting(AgreementFile.kept(POLICE, text), WebTestHub.NOW);
    }

    @AfterEach
    void takeBack() {
        sql.sql("DELETE FROM agreement_version WHERE number = ?").param(proposal).update();
        reading.refresh();
    }

    private HttpResponse<String> act(String role, String act) {
        return Browser.signedIn(port, role).post("/agreements/proposal", "/agreements/proposal/" + proposal + "/" + act, Map.of());
    }

    @Test
    void showsWhatAProposalChangesAndCloses() {
        assertThat(Browser.signedIn(port, "ig").get("/agreements/proposal").body()).contains("avonford-police.yaml, ISA-AVON-POLICE-1@2", "SHA-256",
                "The last day: &quot;2030-03-31&quot; becomes &quot;2028-03-31&quot;.", "The safeguarding feed missing-children ends on 2028-03-31", "Put it forward");
        assertThat(Browser.signedIn(port, "manager").get("/agreements/proposal").body()).contains("An information-governance officer puts it forward first").doesNotContain("<button type=\"submit\" class=\"govuk-button\">");
    }

    @Test
    void letsAnOfficerPutItForwardAndAManagerBringItIntoForce() {
        assertThat(act("manager", "propose").statusCode()).isEqualTo(403);
        assertThat(act("ig", "propose").statusCode()).isEqualTo(302);
        assertThat(act("ig", "activate").body()).contains("Nothing was changed", "a second person activates it");
        assertThat(act("manager", "activate").statusCode()).isEqualTo(302);

        assertThat(versions.version(proposal).orElseThrow()).extracting("proposedBy", "activatedBy").containsExactly("ig", "manager");
        assertThat(Browser.signedIn(port, "ig").get("/agreements").body()).contains("ISA-AVON-POLICE-1@2", "manager, 23 November 2026");
    }

    @Test
    void saysInPlainWordsWhenAProposalIsGone() {
        sql.sql("DELETE FROM agreement_version WHERE number = ?").param(proposal).update();

        assertThat(act("ig", "propose").body()).contains("Nothing was changed", "no longer waits");
        assertThat(Browser.signedIn(port, "ig").get("/agreements/versions/" + proposal).statusCode()).isEqualTo(404);
        assertThat(Browser.signedIn(port, "ig").get("/agreements/versions/x").statusCode()).isIn(400, 404);
    }

    @Test
    void keepsEveryFormReadable() {
        String html = Browser.signedIn(port, "ig").get("/agreements/" + POLICE).body();

        assertThat(html).contains("ISA-AVON-POLICE-1@2", "waits for two people", "ISA-AVON-POLICE-1@1", "demo, 23 November 2026", "6 years");
        assertThat(Browser.signedIn(port, "ig").get("/agreements/versions/" + proposal).body()).contains("end: 2028-03-31", "Not in force yet");
    }

    @Test
    void listsWhatIsToBeReviewedAndTellsTheStartPage() {
        String html = Browser.signedIn(port, "ig").get("/agreements").body();

        assertThat(html).contains("Ending, to be reviewed or not in force", "ISA-AVON-ACADEMIES-1 is to be reviewed within 60 days", "15 January 2027", "In force");
        assertThat(Browser.signedIn(port, "ig").get("/").body()).contains("Agreements not in force", "Avonford Academies Trust", "1 to decide on");
        assertThat(Browser.signedIn(port, "manager").get("/").body()).contains("1 wait for a second person");
        assertThat(Browser.signedIn(port, "front-door").get("/").body()).doesNotContain("Changed agreements");
    }

    @Test
    void namesTheSendersUnderAnAgreement() {
        assertThat(Browser.signedIn(port, "ig").get("/agreements/avonford-academies").body()).contains("Harbour Academy, the rows of school 999105 only");
    }

    @Test
    void countsWhatWaits() {
        awaited.await("A-2026-000099", "clearwater", What.FACTS, WebTestHub.NOW);

        assertThat(Browser.signedIn(port, "ig").get("/agreements/clearwater").body()).contains("alerts told without its facts").doesNotContain("A-2026-000099");
        awaited.settle("A-2026-000099", "clearwater", What.FACTS);
    }
}
