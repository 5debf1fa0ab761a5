package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Map;
import org.earlyhelp.hub.intake.account.KeyDesk;
import org.earlyhelp.hub.intake.account.Login;
import org.earlyhelp.hub.intake.account.ShutDoor;
import org.earlyhelp.hub.intake.account.SomeKey;
import org.earlyhelp.hub.intake.account.storage.AccountKeyStore;
import org.earlyhelp.hub.intake.account.storage.LoginStore;
import org.earlyhelp.hub.intake.account.storage.ShutDoorStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = WebTestHub.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "hub.test.case=accounts")
class AccountPagesTests {
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private KeyDesk desk;
    @Autowired
    private AccountKeyStore store;
    @Autowired
    private LoginStore logins;
    @Autowired
    private ShutDoorStore doors;

    private Browser operator() {
        return Browser.signedIn(port, "operator");
    }

    private HttpResponse<String> act(String account, String act, Map<String, String> form) {
        return operator().post("/accounts/" + account, "/accounts/" + account + "/keys" + act, form);
    }

    @Test
    void listsEveryAgency() {
        String html = operator().get("/accounts").body();

        assertThat(html).contains("safe-haven", "avonford-police", "0 of 10,000 files, 0 of 20,480 MB", "not within 90 days");
        assertThat(operator().get("/accounts/nobody").statusCode()).isEqualTo(404);
        assertThat(operator().get("/accounts/safe-haven.nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void addsAKeyAndRetiresIt() {
        KeyPair key = SomeKey.pair();
        assertThat(act("clearwater", "", Map.of("key", SomeKey.line(key) + " new server", "reason", "their server is replaced")).body())
                .contains("opens the door of clearwater", SomeKey.fingerprint(key), "their server is replaced");
        assertThat(desk.keys("clearwater")).hasSize(1);

        assertThat(act("clearwater", "/retire", Map.of("fingerprint", SomeKey.fingerprint(key), "reason", "")).body()).contains("Nothing was changed", "Say why");
        assertThat(act("clearwater", "/retire", Map.of("fingerprint", SomeKey.fingerprint(key), "reason", "the laptop is lost")).body()).contains("opens nothing any more", "retired by operator");
        assertThat(act("clearwater", "/retire", Map.of("fingerprint", SomeKey.fingerprint(key), "reason", "again")).body()).contains("retired before");
    }

    @Test
    void neverShowsAPrivateKeyAgain() {
        String html = act("safe-haven", "", Map.of("key", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNz", "reason", "oops")).body();

        assertThat(html).contains("Nothing was changed", "This is a private key").doesNotContain("b3BlbnNz");
    }

    @Test
    void showsAKeyThatWaitsForASecondPerson() {
        KeyPair key = SomeKey.pair();
        store.propose("rowan-house", SomeKey.fingerprint(key), SomeKey.line(key), "ann", WebTestHub.NOW, "a second site");

        assertThat(operator().get("/accounts").body()).contains("Keys wait for a second person", "0 and 1 waiting");
        assertThat(operator().get("/accounts/rowan-house").body()).contains("waits for a second person", "put forward by ann", "compare the fingerprint");
        assertThat(act("rowan-house", "/confirm", Map.of("fingerprint", SomeKey.fingerprint(key))).body()).contains("added by operator");
    }

    @Test
    void showsWhoCameAndWhoWasRefused() {
        logins.add(new Login("westmarch-police", Login.Result.SIGNED_IN, "192.0.2.7", "SHA256:abc", 3, WebTestHub.NOW.minus(Duration.ofMinutes(9)), WebTestHub.NOW));
        logins.add(new Login("westmarch-police", Login.Result.WRONG_KEY, "", "", 41, WebTestHub.NOW, WebTestHub.NOW));

        assertThat(operator().get("/accounts/westmarch-police").body()).contains("192.0.2.7", "signed in", "SHA256:abc", "many addresses", "refused: no key of this account", ">41<");
        assertThat(operator().get("/accounts").body()).contains("23 November 2026, 08:40");
    }

    @Test
    void liftsALockOutAndSaysWhoDid() {
        doors.add(new ShutDoor("avonford-health", "192.0.2.9", WebTestHub.NOW.minusSeconds(60), WebTestHub.NOW.plusSeconds(840), null, null, null));
        assertThat(operator().get("/accounts/avonford-health").body()).contains("192.0.2.9", "shut until", "Lift the lock-out");

        assertThat(unlock("avonford-health", "").body()).contains("Nothing was changed", "Say why");
        assertThat(unlock("avonford-health", "their new server").body()).contains("The lock-out is lifted", "lifted by operator", "their new server").doesNotContain("shut until");
    }

    private HttpResponse<String> unlock(String account, String reason) {
        return operator().post("/accounts/" + account, "/accounts/" + account + "/unlock", Map.of("reason", reason));
    }

    @Test
    void showsHowFilesFaredWithoutTheirNames() {
        sql.sql("""
                INSERT INTO delivery (receipt, upload, agency, feed, lane, file_name, bytes, sha256, stage, received_at, decided_at, answered_at, accepted, rejected)
                VALUES ('R-20261122-ACCTAA', 'acct-1', 'avonford-council', 'open-involvements', 'x', 'Okafor-Chidi.csv', 3000000, 'x', 'PARTIAL', '2026-11-22T09:00:00Z',
                        '2026-11-22T09:00:00Z', '2026-11-22T09:00:00Z', 97, 3)
                """).update();
        sql.sql("INSERT INTO delivery_error (delivery_id, line, code, severity, message) SELECT id, 1, 'LAYOUT_CHANGED', 'warning', 'the column \"UPN\" is now \"Pupil\".' FROM delivery WHERE receipt = 'R-20261122-ACCTAA'").update();

        String html = operator().get("/accounts/avonford-council").body();
        assertThat(html).contains("1 of 10,000 files, 3 of 20,480 MB", "partial 1", "3.0%", "too few for a share", "LAYOUT_CHANGED 1", "is now &quot;Pupil&quot;", "How its files fared in November 2026").doesNotContain("Okafor");
        assertThat(operator().get("/accounts/avonford-council?month=2026-10").body()).contains("How its files fared in October 2026", "Nothing came in this month");
        assertThat(operator().get("/accounts/avonford-council?month=never").body()).contains("November 2026");
    }
}
