package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.PersonMaker.named;
import static org.earlyhelp.hub.identity.RecordMaker.abuse;
import static org.earlyhelp.hub.identity.RecordMaker.missingAndBack;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.earlyhelp.hub.identity.PersonMaker;
import org.earlyhelp.hub.person.DomesticAbuseReferral.Answer;
import org.earlyhelp.hub.person.DomesticAbuseReferral.SafeContact;
import org.earlyhelp.hub.sharing.LoggedEntry;
import org.earlyhelp.hub.sharing.SharingLog;
import org.springframework.beans.factory.annotation.Autowired;

/** Pages of the front door over records that went through identity, needs and alerts as in the hub. */
abstract class FrontDoorTest extends StewardshipTest {
    static final String SATURDAY_NIGHT = "2026-11-21T22:15:00Z";
    static final SafeContact TEXT_ONLY = new SafeContact(Answer.YES, "text only", "weekday mornings");

    private static final int ENTRIES_READ = 10_000;
    @Autowired
    SharingLog log;

    /** Zoe Quill, 12, reported missing once: an early-help alert. */
    String aMissingChild() {
        receive(missingAndBack("M1", "2026-11-01").about(zoe()));
        return newestAlert();
    }

    /** Zoe at home with Ida, whom a referral of Saturday night names as harmed, and Karl as alleged. */
    String aHarmedHousehold() {
        receive(abuse("D1", SATURDAY_NIGHT, TEXT_ONLY).about(zoe()).victim(ida()).alleged(karl()));
        return newestAlert();
    }

    static PersonMaker zoe() {
        return named("Zoe Quill").born("2014-03-05").at("3 Low Row", "ZZ99 3AB");
    }

    static PersonMaker ida() {
        return named("Ida Quill").born("1988-07-01").at("3 Low Row", "ZZ99 3AB").phone("01632 960111");
    }

    static PersonMaker karl() {
        return named("Karl Stone").born("1986-02-02").at("8 Far Hill", "ZZ99 7CD");
    }

    String newestAlert() {
        return sql.sql("SELECT ref FROM alert ORDER BY id DESC LIMIT 1").query(String.class).single();
    }

    String refOf(String surname, String forename) {
        return sql.sql("SELECT ref FROM person WHERE summary ->> 'surname' = ? AND summary ->> 'forenames' = ? AND gone_into IS NULL").params(surname, forename)
                .query(String.class).single();
    }

    String familyOf(String surname, String forename) {
        return sql.sql("SELECT f.ref FROM person p JOIN family f ON f.id = p.family_id WHERE p.ref = ?").param(refOf(surname, forename)).query(String.class).single();
    }

    /** Sends a form of the page as its buttons would, hidden fields included. */
    HttpResponse<String> send(String role, String page, String action, Map<String, String> typed) {
        Map<String, String> fields = new HashMap<>(hidden(as(role).get(page).body(), action));
        fields.putAll(typed);
        return as(role).post(page, action, fields);
    }

    static Map<String, String> hidden(String html, String action) {
        Map<String, String> fields = new HashMap<>();
        int form = html.indexOf("action=\"" + action + "\"");
        assertThat(form).as("a form to " + action).isNotNegative();
        Matcher input = Pattern.compile("<input type=\"hidden\" name=\"(id|version)\" value=\"([^\"]*)\"").matcher(html.substring(form, html.indexOf("</form>", form)));
        while (input.find()) {
            fields.put(input.group(1), input.group(2));
        }
        return fields;
    }

    List<String> entries(String kind) {
        List<String> payloads = new ArrayList<>(log.before(SharingLog.NEWEST, ENTRIES_READ).stream().filter(entry -> entry.kind().name().equals(kind)).map(LoggedEntry::payload).toList());
        Collections.reverse(payloads);
        return payloads;
    }
}
