package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = WebTestHub.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"hub.test.demo=false", "hub.oidc-client-id=hub",
        "hub.oidc-client-secret=secret", "hub.behind-proxy=true"})
class RunModeTests {
    private static final String WAY_THERE = "/oauth2/authorization/hub";
    private static SignInService service;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void startService(DynamicPropertyRegistry registry) throws IOException {
        service = new SignInService();
        registry.add("hub.oidc-issuer", service::issuer);
    }

    @AfterAll
    static void stopService() {
        service.close();
    }

    @Test
    void sendsPeopleToTheCouncilsSignIn() {
        assertThat(new Browser(port).get("/sign-in").body()).contains("Sign in with your council account").doesNotContain("type=\"password\"").doesNotContain("made up");
        assertThat(location(sentThere())).startsWith(service.issuer() + "/authorize?response_type=code")
                .contains("code_challenge_method=S256").contains("state=").contains("nonce=").contains("redirect_uri=");
    }

    @Test
    void saysThatTheSignInServiceIsAwayAndSendsNobodyThere() {
        Browser browser = new Browser(port);
        service.beAway(true);
        try {
            assertThat(location(browser.get(WAY_THERE))).endsWith("/sign-in?away");
            assertThat(browser.get("/sign-in?away").body()).contains("The council’s sign-in service does not answer");
        } finally {
            service.beAway(false);
        }
        assertThat(location(sentThere())).startsWith(service.issuer());
    }

    @Test
    void hasNoDemoAccounts() {
        Browser browser = new Browser(port);

        HttpResponse<String> basic = browser.get("/api/links.csv", "steward", "s-pass");
        browser.signIn("ig", "ig-pass");

        assertThat(basic.statusCode()).isEqualTo(401);
        assertThat(basic.headers().firstValue("WWW-Authenticate").orElse("")).doesNotContain("Basic");
        assertThat(browser.get("/sharing").statusCode()).isEqualTo(302);
    }

    @Test
    void bindsTheCookieToTheHostBehindTls() {
        assertThat(sentThere().headers().allValues("Set-Cookie")).singleElement().asString()
                .startsWith("__Host-hub=").contains("Secure").contains("HttpOnly").contains("Path=/").doesNotContain("Domain");
    }

    /** On a machine so busy that the service answers too late, it is away for that moment. */
    private HttpResponse<String> sentThere() {
        return await().until(() -> new Browser(port).get(WAY_THERE), answer -> location(answer).startsWith(service.issuer()));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
