package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = WebTestHub.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "hub.test.case=throttle")
class SignInThrottleTests {
    @LocalServerPort
    private int port;

    @Test
    void makesAnAddressWaitAfterFiveFailures() {
        Browser browser = new Browser(port);
        for (int i = 0; i < 4; i++) {
            assertThat(browser.signIn("ig", "wrong").statusCode()).isEqualTo(302);
        }
        assertThat(browser.get("/api/links.csv", "steward", "wrong").statusCode()).isEqualTo(401);

        HttpResponse<String> form = browser.signIn("ig", "ig-pass");
        HttpResponse<String> basic = browser.get("/api/links.csv", "steward", "s-pass");

        assertThat(form.statusCode()).isEqualTo(429);
        assertThat(form.headers().firstValue("Retry-After")).hasValue("60");
        assertThat(basic.statusCode()).isEqualTo(429);
        assertThat(browser.get("/sign-in").statusCode()).isEqualTo(200);
    }
}
