package org.earlyhelp.hub.cli.torture.matrix;

import static org.earlyhelp.hub.cli.torture.matrix.Made.MISSING;
import static org.earlyhelp.hub.cli.torture.matrix.Made.POLICE;
import static org.earlyhelp.hub.cli.torture.matrix.Made.notice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.cli.outside.Surroundings;
import org.earlyhelp.hub.cli.torture.verdict.Finding;
import org.earlyhelp.hub.embedded.DemoAccounts;
import org.earlyhelp.hub.kernel.HubClock;

/** Faults of the service by which people sign in, on a hub as a council runs it. */
final class SignInRows {
    private static final String PAGE = "/inbox";
    private static final String AWAY = "sign-in service does not answer";
    private static final Duration AGO = Duration.ofHours(10);

    private SignInRows() {
    }

    static List<Row> rows() {
        return List.of(Row.slow("F58", "the sign-in service is down", SignInRows::serviceDown));
    }

    private static List<Finding> serviceDown(Place place) throws Exception {
        String key = DemoAccounts.open(place.folder().data()).publicKey(POLICE);
        String config = AgreedRows.config(place, "agreements/" + POLICE + ".yaml", "keys: []", "keys: [\"" + key + "\"]").toString();
        try (SignInStub service = SignInStub.start(); Bench hub = Bench.start(place.launch().asRun(), place.folder(), Optional.empty(), Surroundings.of(Map.of("HUB_CONFIG_DIR", config,
                "HUB_OIDC_ISSUER", service.issuer(), "HUB_OIDC_CLIENT_ID", SignInStub.CLIENT, "HUB_OIDC_CLIENT_SECRET", "made")))) {
            List<Finding> findings = new ArrayList<>();
            CouncilBrowser worker = new CouncilBrowser(hub);
            CouncilBrowser.Page in = worker.signIn();
            findings.add(Finding.that("while it is up a worker signs in", in.path().equals("/") && worker.sees(PAGE), in.status() + " at " + in.path()));
            service.stop();
            findings.addAll(whileDown(hub, 1));
            findings.add(Finding.that("who is signed in stays so", worker.sees(PAGE), worker.open(PAGE).path()));
            hub.stop();
            hub.startAgain(Optional.empty());
            findings.addAll(whileDown(hub, 2));
            service.startAgain();
            CouncilBrowser next = new CouncilBrowser(hub);
            CouncilBrowser.Page again = next.signIn();
            findings.add(Finding.that("once it is back, people sign in without a restart of the hub", again.path().equals("/") && next.sees(PAGE), again.status() + " at " + again.path()));
            hub.settle();
            findings.add(Finding.same("every notice is held once", List.of("F58-1@1", "F58-2@1"), hub.held("F58-")));
            return findings;
        }
    }

    private static List<Finding> whileDown(Bench hub, int life) throws Exception {
        CouncilBrowser stranger = new CouncilBrowser(hub);
        CouncilBrowser.Page told = stranger.signIn();
        Answer answer = hub.send(POLICE, MISSING, "f58-" + life + ".json", notice("F58-" + life, 1, "HIGH", HubClock.machineTime().minus(AGO).toString(), Made.child("signin" + life)));
        return List.of(Finding.that("nobody new comes in", !stranger.sees(PAGE), "the page was shown"),
                Finding.that("a page says why", told.status() == 200 && told.path().equals("/sign-in") && told.text().contains(AWAY), told.status() + " at " + told.path()),
                Finding.that("files are taken", answer.stage().equals("ACCEPTED"), answer), Finding.that("the hub is well", hub.health().equals("UP"), hub.health()));
    }
}
