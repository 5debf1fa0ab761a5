package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests under rights, sent as the forms of the pages send them. */
abstract class RightsTest extends FrontDoorTest {
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    /** Enters a request that came on the day of the test; returns its reference. */
    String aRequest(String kind, String capacity) {
        HttpResponse<String> answer = as("ig").post("/rights/new", "/rights/new", Map.of("kind", kind, "capacity", capacity, "received", "2026-11-23",
                "name", "Somebody Asking", "reach", "PO Box 9, Elsewhere", "about", "a child", "words", "Tell me what you hold"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Proven, and with the people named; {@code requester} empty where the hub does not know them. */
    String inHand(String kind, String capacity, String person, String requester) {
        String ref = aRequest(kind, capacity);
        HttpResponse<String> named = name(ref, person, requester);
        assertThat(named.statusCode()).as(named.body()).isEqualTo(302);
        assertThat(step("ig", ref, "CHECK", Map.of("note", "passport and birth certificate seen", "provenOn", "2026-11-23")).statusCode()).isEqualTo(302);
        return ref;
    }

    HttpResponse<String> name(String ref, String person, String requester) {
        return as("ig").post("/rights/" + ref, "/rights/" + ref + "/name", Map.of("version", version(ref), "person", person, "requester", requester));
    }

    HttpResponse<String> step(String role, String ref, String act, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(more);
        fields.put("act", act);
        fields.putIfAbsent("version", version(ref));
        return as(role).post("/rights/" + ref, "/rights/" + ref + "/step", fields);
    }

    String version(String ref) {
        Matcher version = VERSION.matcher(as("ig").get("/rights/" + ref).body());
        return version.find() ? version.group(1) : "0";
    }

    /** Prepared by information governance and released by a manager. */
    void released(String ref) {
        assertThat(step("ig", ref, "PROPOSE", Map.of()).statusCode()).isEqualTo(302);
        HttpResponse<String> answer = step("manager", ref, "RELEASE", Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    /** The pack as JSON, without the reference of the request. */
    String pack(String ref) {
        HttpResponse<String> answer = as("ig").get("/rights/" + ref + "/pack.json");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().replace(ref, "RR-");
    }
}
