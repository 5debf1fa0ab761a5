package org.earlyhelp.hub.cli.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.earlyhelp.hub.cli.outside.ChildHub;
import org.earlyhelp.hub.kernel.StartFailure;

/** A member of staff at a browser that keeps its connection. Not thread-safe. */
public final class StaffBrowser {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern ASSET = Pattern.compile("href=\"(/assets/[^\"]+\\.css[^\"]*)\"");
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).version(HttpClient.Version.HTTP_1_1).build();
    private final String root;

    private StaffBrowser(String root) {
        this.root = root;
    }

    /** With a demo account; StartFailure when the sign-in is refused. */
    public static StaffBrowser signedIn(ChildHub hub, String account) throws IOException {
        StaffBrowser browser = new StaffBrowser("http://127.0.0.1:" + hub.endpoints().http());
        String form = "username=" + account + "&password=" + encoded(hub.accounts().password(account)) + "&_csrf="
                + encoded(browser.find(TOKEN, browser.send(HttpRequest.newBuilder(browser.at("/sign-in")).build()).body()));
        HttpResponse<String> answer = browser.send(HttpRequest.newBuilder(browser.at("/sign-in")).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build());
        if (!answer.headers().firstValue("Location").orElse("").endsWith("/")) {
            throw new StartFailure("The account " + account + " could not sign in: " + answer.statusCode() + ".");
        }
        return browser;
    }

    /** From the request sent to the last byte of the answer. StartFailure when it is not a page. */
    public Duration timeTo(String path) throws IOException {
        long start = System.nanoTime();
        HttpResponse<String> answer = send(HttpRequest.newBuilder(at(path)).timeout(PATIENCE).build());
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        if (answer.statusCode() != OK) {
            throw new StartFailure(path + " was answered with " + answer.statusCode() + ".");
        }
        return time;
    }

    /** Address of the first style sheet of a page. */
    public String firstAssetOf(String path) throws IOException {
        return find(ASSET, send(HttpRequest.newBuilder(at(path)).build()).body());
    }

    private String find(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new StartFailure("A page of the hub lacks what the bench looks for: " + pattern + ".");
        }
        return found.group(1);
    }

    private URI at(String path) {
        return URI.create(root + path);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while a page was read.", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
