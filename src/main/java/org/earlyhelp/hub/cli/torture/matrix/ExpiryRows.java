package org.earlyhelp.hub.cli.torture.matrix;

import static org.earlyhelp.hub.cli.torture.matrix.Made.MISSING;
import static org.earlyhelp.hub.cli.torture.matrix.Made.POLICE;
import static org.earlyhelp.hub.cli.torture.matrix.Made.child;
import static org.earlyhelp.hub.cli.torture.matrix.Made.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.cli.outside.MadeCertificate;
import org.earlyhelp.hub.cli.outside.Surroundings;
import org.earlyhelp.hub.cli.torture.verdict.Finding;

/** Certificates that end. */
final class ExpiryRows {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Duration SOON = Duration.ofDays(10);
    private static final Duration ENDED = Duration.ofDays(-1);
    private static final Duration LATE = Duration.ofDays(400);
    private static final String[] KINDS = {"ends soon", "has ended"};

    private ExpiryRows() {
    }

    static List<Row> rows() {
        return List.of(Row.slow("F56", "the broker's certificate, and the one by which it is believed, end in 10 days, have ended, are new", ExpiryRows::brokersCertificate));
    }

    private static List<Finding> brokersCertificate(Place place) throws Exception {
        try (ToldOutside told = ToldOutside.listen()) {
            List<Finding> findings = new ArrayList<>();
            int port = phase(place, told, 0, SOON, 2, findings);
            phase(place, told, port, SOON, 2, findings);
            phase(place, told, port, ENDED, 6, findings);
            phase(place, told, port, LATE, 8, findings);
            List<String> once = new ArrayList<>();
            List.of("Alarm: ends soon", "Alarm: has ended", "Over: ends soon", "Over: has ended").forEach(word -> once.addAll(Collections.nCopies(2, word)));
            findings.add(Finding.same("of both certificates each word is told outside once", once, told.about(KINDS)));
            return findings;
        }
    }

    /** One life of the hub while the certificate ends in so long; returns the broker's port. {@code tellings} is how many there are by its end, of all lives. */
    private static int phase(Place place, ToldOutside told, int port, Duration left, int tellings, List<Finding> findings) throws Exception {
        MadeCertificate certificate = MadeCertificate.endingIn(left);
        String id = "F56-" + findings.size();
        try (TlsListener broker = TlsListener.on(port, certificate);
             Bench hub = place.start(Surroundings.of(settings(broker.port(), certificate.write(Files.createDirectories(place.root()).resolve("ca.pem")), told)))) {
            Answer answer = hub.send(POLICE, MISSING, id + ".json", notice(id, 1, child("ending" + findings.size())));
            Await.until("it is told outside", LIMIT, () -> told.about(KINDS).size() >= tellings);
            Await.until("the alert is raised", LIMIT, () -> hub.alertsNow(id).size() == 1);
            boolean speaks = !left.isNegative();
            Await.until("the hub calls the broker", LIMIT, () -> speaks ? broker.believed() > 0 : broker.refused() > 0);
            findings.add(Finding.that("files are taken whatever the certificate, here " + left.toDays() + " days from its end", answer.stage().equals("ACCEPTED"), answer));
            findings.add(Finding.that(speaks ? "the broker is believed" : "nothing is said to a broker whose certificate has ended", broker.believed() > 0 == speaks,
                    broker.believed() + " connections, " + broker.refused() + " refused"));
            return broker.port();
        }
    }

    private static Map<String, String> settings(int port, Path ca, ToldOutside told) throws IOException {
        return Map.of("HUB_BROKER_URL", "ssl://127.0.0.1:" + port, "HUB_BROKER_USER", "hub", "HUB_BROKER_PASSWORD", "made", "HUB_BROKER_CA", ca.toString(), "HUB_ALARM_WEBHOOK", told.address());
    }
}
