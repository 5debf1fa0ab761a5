package org.earlyhelp.hub.sharing.tell;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells by a POST of JSON: {@code {"id":…,"schema":"telling.v1","subject":…,"text":…,"at":…}}. Only 2xx means taken; a redirect
 * is not followed, and what is answered is not read.
 */
public final class WebhookChannel implements TellingChannel {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final int FIRST_OK = 200;
    private static final int FIRST_NOT_OK = 300;
    private final String name;
    private final URI address;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).followRedirects(HttpClient.Redirect.NEVER).build();

    /** Throws IllegalArgumentException for an address that {@link #mayBeCalled} refuses. */
    public WebhookChannel(String name, URI address) {
        if (!mayBeCalled(address)) {
            throw new IllegalArgumentException("a webhook is called over https, or over http on this machine only");
        }
        this.name = name;
        this.address = address;
    }

    /** Whether words may go there: nobody must read them on the way. */
    public static boolean mayBeCalled(URI address) {
        return address.getHost() != null && address.getUserInfo() == null && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()) && isThisMachine(address.getHost()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void send(Telling telling) {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER_LIMIT).header("Content-Type", "application/json").header("Idempotency-Key", telling.id())
                .POST(HttpRequest.BodyPublishers.ofString(body(telling))).build();
        int status = statusOf(request);
        if (status < FIRST_OK || status >= FIRST_NOT_OK) {
            throw new IllegalStateException("the webhook answered " + status);
        }
    }

    private int statusOf(HttpRequest request) {
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (IOException e) {
            throw new IllegalStateException("the webhook cannot be reached (" + e.getClass().getSimpleName() + ")", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the webhook", e);
        }
    }

    private static String body(Telling telling) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("id", telling.id());
        body.put("schema", "telling.v1");
        body.put("subject", telling.subject());
        body.put("text", telling.subject() + "\n" + telling.words());
        body.put("at", telling.at().toString());
        return JsonMapper.shared().writeValueAsString(body);
    }

    /** Whether the host is this machine. By the name alone for {@code localhost}; any other name would have to be looked up, and could change. */
    public static boolean isThisMachine(String host) {
        try {
            return host.equals("localhost") || host.matches("[0-9.]+|\\[[0-9a-fA-F:]+]") && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
