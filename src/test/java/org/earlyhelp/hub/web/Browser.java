package org.earlyhelp.hub.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A browser without scripts: keeps cookies, follows no redirect, sends a form with the token of the page it is on. What it gives back is
 * without that token: among so many random letters a name of three is found now and then.
 */
public final class Browser {
    private static final Pattern CSRF = Pattern.compile("(name=\"_csrf\"[^>]*value=\")([^\"]+)");
    private static final Map<String, String> PASSWORDS = Map.of("front-door", "fd-pass", "manager", "m-pass", "steward", "s-pass", "ig", "ig-pass",
            "operator", "o-pass");

    private final String root;
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Browser(int port) {
        root = "http://127.0.0.1:" + port;
    }

    /** Signed in by form. */
    static Browser signedIn(int port, String account) {
        return signedIn(port, account, PASSWORDS.get(account));
    }

    /** Signed in by form. */
    public static Browser signedIn(int port, String account, String password) {
        Browser browser = new Browser(port);
        HttpResponse<String> answer = browser.signIn(account, password);
        if (!answer.headers().firstValue("Location").orElse("").endsWith("/")) {
            throw new AssertionError("sign-in failed: " + answer.statusCode() + " " + answer.headers().map());
        }
        return browser;
    }

    HttpResponse<String> signIn(String account, String password) {
        return post("/sign-in", "/sign-in", Map.of("username", account, "password", password));
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(root + path)).build());
    }

    /** With HTTP Basic. */
    HttpResponse<String> get(String path, String account, String password) {
        String credentials = Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(root + path)).header("Authorization", "Basic " + credentials).build());
    }

    HttpResponse<String> get(String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
        headers.forEach(request::header);
        return send(request.build());
    }

    /** Sends a form from the given page, with that page's token. */
    public HttpResponse<String> post(String page, String path, Map<String, String> fields) {
        String form = fields.entrySet().stream().map(field -> field.getKey() + "=" + encoded(field.getValue())).collect(Collectors.joining("&"));
        return postRaw(path, form + "&_csrf=" + encoded(token(page)));
    }

    /** Sends a form as it is, without a token. */
    public HttpResponse<String> postRaw(String path, String form) {
        return send(HttpRequest.newBuilder(URI.create(root + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build());
    }

    /** Sends a form with a file from the given page, with that page's token. */
    HttpResponse<String> postFile(String page, String path, Map<String, String> fields, String name, String content) {
        StringBuilder body = new StringBuilder();
        fields.forEach((field, text) -> body.append(part("name=\"" + field + "\"", text)));
        body.append(part("name=\"_csrf\"", token(page))).append(part("name=\"file\"; filename=\"" + name + "\"", content)).append("--edge--\r\n");
        return send(HttpRequest.newBuilder(URI.create(root + path)).header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())).build());
    }

    private static String part(String head, String content) {
        return "--edge\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n";
    }

    /** JSON with HTTP Basic, as a program sends it. */
    HttpResponse<String> postJson(String path, String account, String json) {
        String credentials = Base64.getEncoder().encodeToString((account + ":" + PASSWORDS.get(account)).getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(root + path)).header("Authorization", "Basic " + credentials).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)).build());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The token of a page's forms; empty where it has none. */
    private String token(String page) {
        Matcher token = CSRF.matcher(send(HttpRequest.newBuilder(URI.create(root + page)).build(), HttpResponse.BodyHandlers.ofString()).body());
        return token.find() ? token.group(2) : "";
    }

    private HttpResponse<String> send(HttpRequest request) {
        return send(request, answer -> HttpResponse.BodySubscribers.mapping(HttpResponse.BodyHandlers.ofString().apply(answer), body -> CSRF.matcher(body).replaceAll("$1")));
    }

    private HttpResponse<String> send(HttpRequest request, HttpResponse.BodyHandler<String> read) {
        try {
            return client.send(request, read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
