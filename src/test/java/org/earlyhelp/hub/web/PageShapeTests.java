package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = WebTestHub.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class PageShapeTests {
    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({"front-door,/", "manager,/", "steward,/", "ig,/", "operator,/", "front-door,/inbox", "front-door,/monday", "manager,/monday", "front-door,/search", "steward,/reviews", "steward,/reviews/fairness",
            "manager,/reviews/fairness", "front-door,/localities", "manager,/localities", "front-door,/rules", "manager,/rules", "manager,/measures", "manager,/waiting", "manager,/recalls", "manager,/held", "ig,/held",
            "manager,/rules/withdrawal", "manager,/emergency/uses", "operator,/alarms", "operator,/accounts", "operator,/accounts/safe-haven", "operator,/queues", "operator,/why", "operator,/feeds/avonford-council/open-involvements", "operator,/quarantine", "operator,/mappings", "manager,/mappings", "operator,/mappings/school-attendance", "operator,/quarantine/rows", "manager,/rules/proposal", "manager,/rules/versions", "steward,/exports", "ig,/sharing", "ig,/sharing/log", "ig,/sharing/unusual", "ig,/sharing/sampling", "ig,/sharing/charts", "ig,/rules/versions", "ig,/agreements", "ig,/agreements/safe-haven", "ig,/rights/erasure", "manager,/rights/erasure", "ig,/rights/erasure/plan?person=P-ABCDEF", "ig,/rights/holds", "manager,/rights/holds", "ig,/rights/retention", "manager,/rights/retention", "ig,/agreements/proposal", "manager,/agreements/proposal", "ig,/agreements/versions/1", "ig,/agreements/simulator", "ig,/agreements/difference", "ig,/rights", "manager,/rights", "ig,/rights/new", "ig,/papers", "ig,/papers/algorithmic-transparency", "ig,/papers/audit-pack", "operator,/feeds",
            "operator,/sharing"})
    void worksWithoutScriptAndForEveryReader(String role, String path) {
        String html = Browser.signedIn(port, role).get(path).body();

        assertThat(html).startsWith("<!DOCTYPE html>").contains("<html lang=\"en\"").contains("class=\"govuk-skip-link\"").contains("id=\"main-content\"")
                .containsOnlyOnce("<h1").containsPattern("<title>[A-Z][^<]+ – Early Help Hub</title>")
                .contains("Every person here is made up");
        assertThat(html).doesNotContain("<script").doesNotContainPattern("\\son[a-z]+=").doesNotContain("style=").doesNotContain("javascript:")
                .doesNotContainPattern("<[^>]*\\sth:").doesNotContain("crown");
        assertThat(html.split("<th ", -1).length - 1).isEqualTo(html.split("<th scope=", -1).length - 1);
    }

    @Test
    void showsAnAgreementInFull() {
        String html = Browser.signedIn(port, "ig").get("/agreements/safe-haven").body();

        assertThat(html).contains("ISA-SAFE-HAVEN-1, version 1, in force").contains("Domestic Abuse Act 2021 section 3")
                .contains("queue frontdoor.first-contact").contains("1 April 2025 to 31 March 2030");
    }

    @Test
    void givesEachRoleItsOwnPages() {
        assertThat(List.of("Inbox", "Sharing log", "Feeds")).allSatisfy(label ->
                assertThat(Browser.signedIn(port, "steward").get("/").body()).doesNotContain(label));
        assertThat(Browser.signedIn(port, "steward").get("/").body()).contains("Reviews").contains("Exports");
    }
}
