package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = WebTestHub.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class FairnessPageTests {
    @LocalServerPort
    private int port;

    @Test
    void showsEveryOriginAndAgencyWithItsFigures() {
        String html = Browser.signedIn(port, "ig").get("/reviews/fairness").body();

        assertThat(html).contains("Children, by origin of names", "Everybody, by agency", "South Asian Muslim", "avonford-health")
                .containsPattern("measured on 20[0-9]{2}-[0-9]{2}-[0-9]{2} on a made-up borough of 20,000 households");
    }

    @Test
    void drawsABarForEachGroup() {
        String html = Browser.signedIn(port, "manager").get("/reviews/fairness").body();

        assertThat(html).containsPattern("<svg[^>]+aria-label=\"Children, by origin of names: share of pairs found\"").containsPattern("<rect[^>]+width=\"[1-9][0-9]*\"");
        assertThat(html.split("<rect", -1).length - 1).isEqualTo(28);
    }

    @Test
    void givesTheFiguresAsCsv() {
        HttpResponse<String> csv = Browser.signedIn(port, "steward").get("/reviews/fairness.csv");

        assertThat(csv.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(csv.body()).startsWith("model,measured_on,households,seed,grouped_by,name,people,pairs,").contains(",origin of names,East Asian,children,");
    }
}
