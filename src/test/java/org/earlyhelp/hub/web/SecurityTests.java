package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.earlyhelp.hub.sharing.SharingLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = WebTestHub.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class SecurityTests {
    private static final List<String> ROLES = List.of("front-door", "manager", "steward", "ig", "operator");
    /** Path to the roles that may open it; whoever may gets 200, or 404 where the thing does not exist. */
    private static final Map<String, Set<String>> TABLE = Map.ofEntries(
            Map.entry("/", Set.copyOf(ROLES)),
            Map.entry("/inbox", Set.of("front-door", "manager")),
            Map.entry("/monday", Set.of("front-door", "manager")),
            Map.entry("/search", Set.of("front-door", "manager")),
            Map.entry("/families/F-ABCDEF", Set.of("front-door", "manager", "ig")),
            Map.entry("/families/F-ABCDEF/not-shared", Set.of("front-door", "manager")),
            Map.entry("/alerts/A-2026-000001/alleged", Set.of("front-door", "manager")),
            Map.entry("/alerts/A-2026-000001/words", Set.of("front-door", "manager")),
            Map.entry("/alerts/A-2026-000001", Set.of("front-door", "manager", "ig")),
            Map.entry("/reviews/fairness", Set.of("steward", "manager", "ig")),
            Map.entry("/reviews/fairness.csv", Set.of("steward", "manager", "ig")),
            Map.entry("/reviews", Set.of("steward", "manager")),
            Map.entry("/reviews/1", Set.of("steward", "manager")),
            Map.entry("/reviews/people/P-ABCDEF", Set.of("steward")),
            Map.entry("/api/reviews", Set.of("steward", "manager")),
            Map.entry("/api/reviews/1", Set.of("steward", "manager")),
            Map.entry("/exports", Set.of("steward", "ig")),
            Map.entry("/sharing", Set.of("ig")),
            Map.entry("/sharing/log", Set.of("ig", "manager")),
            Map.entry("/sharing/01K00000000000000000000000", Set.of("ig")),
            Map.entry("/sharing.csv", Set.of("ig")),
            Map.entry("/sharing/unusual", Set.of("ig")),
            Map.entry("/sharing/sampling", Set.of("ig")),
            Map.entry("/sharing/sampling/1", Set.of("ig")),
            Map.entry("/sharing/sampling/1/report", Set.of("ig")),
            Map.entry("/sharing/charts", Set.of("ig")),
            Map.entry("/sharing/charts.csv", Set.of("ig")),
            Map.entry("/people/P-ABCDEF/seen", Set.of("ig")),
            Map.entry("/rules/versions/1", Set.of("manager", "ig")),
            Map.entry("/agreements", Set.of("ig")),
            Map.entry("/papers", Set.of("ig")),
            Map.entry("/papers/audit-pack", Set.of("ig")),
            Map.entry("/papers/audit-pack.md", Set.of("ig")),
            Map.entry("/agreements/safe-haven", Set.of("ig")),
            Map.entry("/agreements/simulator", Set.of("ig")),
            Map.entry("/agreements/difference", Set.of("ig")),
            Map.entry("/agreements/proposal", Set.of("ig", "manager")),
            Map.entry("/agreements/versions/1", Set.of("ig", "manager")),
            Map.entry("/rights", Set.of("ig", "manager")),
            Map.entry("/rights/new", Set.of("ig")),
            Map.entry("/rights/RR-ABCDEF", Set.of("ig", "manager")),
            Map.entry("/rights/RR-ABCDEF/items", Set.of("ig", "manager")),
            Map.entry("/rights/RR-ABCDEF/disputes", Set.of("ig")),
            Map.entry("/rights/RR-ABCDEF/pack.pdf", Set.of("ig")),
            Map.entry("/rights/RR-ABCDEF/pack.json", Set.of("ig")),
            Map.entry("/families/F-ABCDEF/statement", Set.of("front-door", "manager", "ig")),
            Map.entry("/feeds", Set.of("operator")),
            Map.entry("/feeds/avonford-council/open-involvements", Set.of("operator")),
            Map.entry("/mappings", Set.of("operator", "manager")),
            Map.entry("/mappings/versions/1", Set.of("operator", "manager")),
            Map.entry("/mappings/school-attendance", Set.of("operator")),
            Map.entry("/quarantine", Set.of("operator")),
            Map.entry("/quarantine/rows", Set.of("operator")),
            Map.entry("/quarantine/rows/1", Set.of("operator")),
            Map.entry("/quarantine/runs/1", Set.of("operator")),
            Map.entry("/deliveries/R-20261123-AAAAAA", Set.of("operator")),
            Map.entry("/api/links.csv", Set.of("steward", "ig")),
            Map.entry("/api/needs.csv", Set.of("steward", "ig")),
            Map.entry("/api/alerts.csv", Set.of("steward", "ig")),
            Map.entry("/people/P-ABCDEF", Set.of("front-door", "manager", "steward")),
            Map.entry("/waiting", Set.of("manager")),
            Map.entry("/held", Set.of("manager", "ig")),
            Map.entry("/recalls", Set.of("front-door", "manager", "ig")),
            Map.entry("/alarms", Set.of("operator")),
            Map.entry("/accounts", Set.of("operator")),
            Map.entry("/accounts/safe-haven", Set.of("operator")),
            Map.entry("/queues", Set.of("operator")),
            Map.entry("/why", Set.of("operator", "manager")),
            Map.entry("/rules/withdrawal", Set.of("manager", "ig")),
            Map.entry("/emergency/uses", Set.of("manager")),
            Map.entry("/emergency?page=/alerts/A-2026-000001", Set.of("front-door", "manager", "steward", "ig", "operator")),
            Map.entry("/localities", Set.of("front-door", "manager")),
            Map.entry("/localities.csv", Set.of("front-door", "manager")),
            Map.entry("/rules", Set.of("front-door", "manager")),
            Map.entry("/measures", Set.of("manager")),
            Map.entry("/rules/proposal", Set.of("manager")),
            Map.entry("/rules/versions", Set.of("manager", "ig")),
            Map.entry("/rights/erasure", Set.of("ig", "manager")),
            Map.entry("/rights/erasure/plan?person=P-ABCDEF", Set.of("ig")),
            Map.entry("/rights/erasure/E-2026-000001", Set.of("ig", "manager")),
            Map.entry("/rights/holds", Set.of("ig", "manager")),
            Map.entry("/rights/retention", Set.of("ig", "manager")),
            Map.entry("/rights/retention/1.csv", Set.of("ig", "manager")),
            Map.entry("/nowhere", Set.of()),
            Map.entry("/actuator/env", Set.of()),
            Map.entry("/refused", Set.of()));

    private static final Map<String, Browser> BROWSERS = new ConcurrentHashMap<>();

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private SharingLog log;

    static Stream<Arguments> rolesAndPaths() {
        return ROLES.stream().flatMap(role -> TABLE.keySet().stream().map(path -> Arguments.of(role, path)));
    }

    @ParameterizedTest
    @MethodSource("rolesAndPaths")
    void opensToARoleWhatTheContractSays(String role, String path) {
        int status = browserOf(role).get(path).statusCode();

        if (TABLE.get(path).contains(role)) {
            assertThat(status).isIn(200, 404);
        } else {
            assertThat(status).isEqualTo(403);
        }
    }

    static Stream<String> closedPaths() {
        return TABLE.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("closedPaths")
    void opensNothingToStrangers(String path) {
        HttpResponse<String> answer = new Browser(port).get(path);

        assertThat(answer.statusCode()).isEqualTo(path.startsWith("/api/") || path.startsWith("/actuator/") ? 401 : 302);
        assertThat(answer.body()).doesNotContain("agency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/api-docs", "/actuator/health", "/assets/hub.css", "/assets/hub.svg", "/assets/govuk/govuk-frontend.min.css"})
    void opensToEveryone(String path) {
        assertThat(new Browser(port).get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webjars/govuk-frontend/5.14.0/dist/govuk/assets/images/govuk-crest.svg", "/assets/govuk/assets/fonts/bold-affa96571d-v2.woff",
            "/assets/../application.yaml", "/assets/fonts/bold-b542beb274-v2.woff2"})
    void servesNothingElseOfTheDesignSystem(String path) {
        assertThat(new Browser(port).get(path).statusCode()).isNotEqualTo(200);
    }

    @Test
    void tellsNoDetailsOfItsHealth() {
        assertThat(new Browser(port).get("/actuator/health").body()).contains("\"status\":\"UP\"").doesNotContain("components");
    }

    @Test
    void givesMetricsToThisMachineAndTheOperatorOnly() {
        Map<String, String> forwarded = Map.of("X-Forwarded-For", "192.0.2.7");

        assertThat(new Browser(port).get("/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(new Browser(port).get("/actuator/prometheus", forwarded).statusCode()).isEqualTo(401);
        assertThat(browserOf("operator").get("/actuator/prometheus", forwarded).statusCode()).isEqualTo(200);
        assertThat(browserOf("manager").get("/actuator/prometheus", forwarded).statusCode()).isEqualTo(403);
    }

    @Test
    void saysNoInPlainWordsAndLogsIt() {
        HttpResponse<String> answer = browserOf("operator").get("/sharing/John-Smith");

        String entry = log.find(sql.sql("SELECT id FROM sharing_entry WHERE kind = 'REFUSED' ORDER BY ordinal DESC LIMIT 1").query(String.class).single()).orElseThrow().payload();
        assertThat(answer.body()).contains("This page is not open to your role").contains(idOf(entry));
        assertThat(entry).contains("\"place\":\"/sharing\"").contains("\"who\":\"operator\"").doesNotContain("John-Smith");
    }

    @Test
    void knowsAccountsOfRolesOnly() {
        assertThat(new Browser(port).signIn("case-system", "c-pass").headers().firstValue("Location").orElse("")).endsWith("/sign-in?failed");
        assertThat(new Browser(port).signIn("ig", "wrong").headers().firstValue("Location").orElse("")).endsWith("/sign-in?failed");
    }

    @Test
    void takesBasicForTheInterfaceOnly() {
        assertThat(new Browser(port).get("/api/links.csv", "steward", "s-pass").statusCode()).isEqualTo(200);
        assertThat(new Browser(port).get("/api/links.csv", "front-door", "fd-pass").statusCode()).isEqualTo(403);
        assertThat(new Browser(port).get("/sharing", "ig", "ig-pass").statusCode()).isEqualTo(302);
    }

    @Test
    void refusesAFormWithoutItsToken() {
        Browser browser = browserOf("ig");

        HttpResponse<String> answer = browser.postRaw("/sign-out", "");

        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/sign-in?ended");
        assertThat(browser.get("/sharing").statusCode()).isEqualTo(200);
    }

    @Test
    void signsOut() {
        Browser browser = Browser.signedIn(port, "ig");

        browser.post("/", "/sign-out", Map.of());

        assertThat(browser.get("/sharing").statusCode()).isEqualTo(302);
    }

    @Test
    void keepsTheCookieFromScriptsAndOtherSites() {
        HttpResponse<String> page = new Browser(port).get("/sign-in");

        assertThat(page.headers().allValues("Set-Cookie")).singleElement().asString().startsWith("hub=").contains("HttpOnly").contains("SameSite=Lax");
    }

    @Test
    void sendsHeadersThatKeepPagesPrivate() {
        HttpResponse<String> page = browserOf("ig").get("/sharing");

        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValue("default-src 'none'; style-src 'self'; img-src 'self'; "
                + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    }

    private static String idOf(String payload) {
        return payload.replaceAll(".*\"id\":\"([0-9A-Z]{26})\".*", "$1");
    }

    /** Signed in once a role: a password is slow to check, as it should be. */
    private Browser browserOf(String role) {
        return BROWSERS.computeIfAbsent(role, name -> Browser.signedIn(port, name));
    }
}
