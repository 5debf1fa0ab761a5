package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.earlyhelp.hub.need.RulesFolder;
import org.earlyhelp.hub.need.ShippedRules;
import org.earlyhelp.hub.need.rules.RuleSet;
import org.earlyhelp.hub.need.storage.RuleSetStore;
import org.earlyhelp.hub.need.trial.ProposalTrial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = WebTestHub.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "hub.test.case=rules")
class RulePagesTests {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    @LocalServerPort
    private int port;
    @Autowired
    private RuleSetStore store;
    @Autowired
    private ProposalTrial trial;
    @Autowired
    private JdbcClient sql;
    @TempDir
    private Path folder;
    private int proposal;
    private Browser manager;

    @BeforeEach
    void aProposalWaits() {
        sql.sql("DELETE FROM rule_set").update();
        store.keepActivated(RuleSet.read(ShippedRules.FOLDER).asOptional().orElseThrow(), "installation", WebTestHub.NOW);
        RulesFolder rules = RulesFolder.copiedTo(folder).with("needs.yaml", "within-days: 90}", "within-days: 91}")
                .with("needs.yaml", "  - id: MISSING\n    version: 1", "  - id: MISSING\n    version: 2");
        store.keepWaiting(RuleSet.read(rules.path()).asOptional().orElseThrow(), WebTestHub.NOW);
        proposal = store.waiting().orElseThrow().number();
        trial.forget();
    }

    private Browser manager() {
        manager = manager == null ? Browser.signedIn(port, "manager") : manager;
        return manager;
    }

    private String workedOut() {
        return await().atMost(LIMIT).until(() -> manager().get("/rules/proposal").body(), html -> html.contains("Families looked at"));
    }

    private HttpResponse<String> act(String act) {
        return manager().post("/rules/proposal", "/rules/proposal/" + proposal + "/" + act, Map.of());
    }

    @Test
    void showsWhatAProposalWouldChange() {
        assertThat(workedOut()).contains("MISSING@2", "Would gain an alert", "No open alert is withdrawn").doesNotContain("DA_HIGH@1");
    }

    @Test
    void looksAgainByItselfWhileItWorks() {
        HttpResponse<String> first = manager().get("/rules/proposal");
        assertThat(first.headers().firstValue("Refresh").isPresent()).isEqualTo(first.body().contains("This is being worked out"));

        workedOut();
        assertThat(manager().get("/rules/proposal").headers().firstValue("Refresh")).isEmpty();
    }

    @Test
    void letsOnePersonPutItForwardAndNotActivateIt() {
        workedOut();
        assertThat(act("propose").statusCode()).isEqualTo(302);

        assertThat(workedOut()).contains("Put forward by manager", "a second manager brings it into force").doesNotContain("Bring it into force");
        assertThat(act("activate").body()).contains("a second person activates it");
        assertThat(store.waiting()).isPresent();
    }

    @Test
    void letsASecondPersonActivate() {
        store.propose(proposal, "another", WebTestHub.NOW);
        workedOut();

        assertThat(act("activate").statusCode()).isEqualTo(302);
        assertThat(store.version(proposal).orElseThrow().activatedBy()).isEqualTo("manager");
    }

    @Test
    void keepsEveryVersionReadable() {
        assertThat(manager().get("/rules/versions").body()).contains("installation, 23 November 2026, 08:40", "not yet");
        assertThat(manager().get("/rules/versions/" + proposal).body()).contains("within-days: 91}", "needs.yaml", "Not in force yet");
        assertThat(manager().get("/rules/versions/999999").statusCode()).isEqualTo(404);
    }

    @Test
    void opensToManagersAlone() {
        for (String role : new String[] {"front-door", "steward", "ig", "operator"}) {
            assertThat(Browser.signedIn(port, role).get("/rules/proposal").statusCode()).as(role).isEqualTo(403);
        }
    }
}
