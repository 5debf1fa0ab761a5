package org.earlyhelp.hub.cli.torture.matrix;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A browser of somebody who signs in by the council's service: keeps cookies and goes wherever it is sent. Not thread-safe. */
final class CouncilBrowser {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.ALWAYS).build();
    private final String root;

    CouncilBrowser(Bench hub) {
        root = "http://127.0.0.1:" + hub.hub().endpoints().http();
    }

    /** Where one ends: the path, and what is read there. */
    record Page(int status, String path, String text) {
    }

    /** Presses the button of the sign-in page. */
    Page signIn() throws IOException {
        return open("/oauth2/authorization/hub");
    }

    Page open(String path) throws IOException {
        try {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(root + path)).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            return new Page(answer.statusCode(), answer.uri().getPath(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        }
    }

    /** Whether that page is shown and not the one to sign in. */
    boolean sees(String path) throws IOException {
        Page page = open(path);
        return page.status() == 200 && page.path().equals(path);
    }
}
