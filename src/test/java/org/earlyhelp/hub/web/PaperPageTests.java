package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The papers as pages and as Markdown, from the sample borough's agreements, layouts and rules. */
@SpringBootTest(classes = WebTestHub.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class PaperPageTests {
    @LocalServerPort
    private int port;
    @Autowired
    private DisclosureDesk desk;
    @Autowired
    private RuleBook rules;

    private String page(String path) {
        return Browser.signedIn(port, "ig").get(path).body();
    }

    @Test
    void namesEveryPaperAndEveryAgency() {
        assertThat(page("/papers")).contains("Record of processing activities", "Algorithmic transparency record", "Data protection impact assessment", "Appropriate policy document",
                "Privacy notice", "Kinds of data that nothing used", "Audit pack", "/papers/privacy-notice?agency=safe-haven");
    }

    @ParameterizedTest
    @ValueSource(strings = {"record-of-processing", "algorithmic-transparency", "impact-assessment", "policy-document", "privacy-notice", "unused-classes", "audit-pack"})
    void writesEachAsPageAndAsMarkdown(String kind) {
        String page = page("/papers/" + kind);
        assertThat(page).contains("for Avonford Council", "HUB-AVONFORD-1@1", "/papers/" + kind + ".md");
        HttpResponse<String> file = Browser.signedIn(port, "ig").get("/papers/" + kind + ".md");
        assertThat(file.headers().firstValue("Content-Disposition")).hasValueSatisfying(name -> assertThat(name).contains(kind + ".md"));
        assertThat(file.body()).startsWith("# ").contains("\n## ").doesNotContain("${", "null");
    }

    @Test
    void recordsEverySourceRecipientAndTimeLimit() {
        assertThat(page("/papers/record-of-processing")).contains("reports of a child who was missing", "Case system, by the queue frontdoor.first-contact", "6 years", "9(2)(g) substantial public interest",
                "Data Protection Act 2018 section 10(5)");
    }

    @Test
    void publishesEveryRuleInWords() {
        rules.load(Path.of("rules"));
        assertThat(page("/papers/algorithmic-transparency")).contains("SCHOOL_ABSENCE@", "computes no score", "sessions missed, once");
    }

    @Test
    void tellsFamiliesOfOneAgencyAlone() {
        assertThat(page("/papers/privacy-notice?agency=avonford-schools")).contains("school and attendance", "Information Commissioner", "ring 999").doesNotContain("• domestic abuse");
    }

    @Test
    void leavesGapsForPeople() {
        assertThat(page("/papers/impact-assessment")).contains("To be completed: views of families").contains("govuk-inset-text");
    }

    @Test
    void countsWhatWasSharedInThePeriod() {
        desk.note(List.of(new Act(ActKind.NOT_SHARED, "P-PPPPPP", Recipient.agency("audited-agency"), Purpose.SAFEGUARDING, null, java.util.Set.<DataClass>of(), java.util.Set.of(), java.util.Map.of("reason", "x"))));
        assertThat(page("/papers/audit-pack?from=2026-11-23&to=2026-11-23")).contains("audited-agency", "not shared");
        assertThat(page("/papers/audit-pack?from=2026-10-01&to=2026-10-31")).doesNotContain("audited-agency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=2026-11-31", "from=yesterday", "from=2026-11-02&to=2026-11-01", "from=2020-01-01&to=2026-01-01"})
    void refusesAPeriodThatIsNone(String period) {
        assertThat(Browser.signedIn(port, "ig").get("/papers/audit-pack?" + period).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/papers/none", "/papers/none.md", "/papers/privacy-notice?agency=nobody"})
    void knowsNoOtherPaper(String path) {
        assertThat(Browser.signedIn(port, "ig").get(path).statusCode()).isEqualTo(404);
    }
}
