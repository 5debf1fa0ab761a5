package org.earlyhelp.hub.cli.torture.matrix;

import static org.earlyhelp.hub.cli.torture.matrix.Made.MISSING;
import static org.earlyhelp.hub.cli.torture.matrix.Made.POLICE;
import static org.earlyhelp.hub.cli.torture.matrix.Made.child;
import static org.earlyhelp.hub.cli.torture.matrix.Made.notice;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.earlyhelp.hub.cli.outside.FrontDoor;
import org.earlyhelp.hub.cli.outside.OutsideBroker;
import org.earlyhelp.hub.cli.outside.Surroundings;
import org.earlyhelp.hub.cli.outside.Waiting;
import org.earlyhelp.hub.cli.torture.verdict.Finding;
import org.earlyhelp.hub.embedded.DemoAccounts;

/** A broker that is dead, full, or cut off just when it has taken a message; messages that come twice or make no sense. */
final class BrokerRows {
    private static final long JOURNAL_BYTES = 4L << 20;
    private static final int FILLER_CHARACTERS = 60_000;
    private static final int MOST_FILLERS = 1_000;
    private static final int REPLAYS = 10_000;
    private static final long DEAF_MILLIS = 2_000;
    private static final int MOST_CUTS = 5;
    private static final Duration RECOVERY = Duration.ofSeconds(90);
    private static final long QUIET_MILLIS = 1_000;

    private BrokerRows() {
    }

    static List<Row> rows() {
        return List.of(
                Row.slow("F29.1", "the broker is dead for an hour", BrokerRows::deadForAnHour),
                Row.slow("F37", "the broker's journal is full", BrokerRows::journalFull),
                Row.slow("F45", "the line to the broker is cut when it has taken a message and not said so", BrokerRows::cutAtCommit),
                Row.quick("F59", "a decision is delivered twice", place -> replayed(place, "F59", 2)),
                Row.quick("F60", "a message that makes no sense", BrokerRows::poison),
                Row.slow("F61", REPLAYS + " decisions are sent again", BrokerRows::replayedOften));
    }

    private static Surroundings beside(Place place, long journalBytes, Map<String, String> settings) {
        String caseSystem = DemoAccounts.open(place.folder().data()).password(DemoAccounts.CASE_SYSTEM);
        return new Surroundings(Optional.empty(), Optional.of(OutsideBroker.start(place.root().resolve("outside-broker"), caseSystem, journalBytes)), settings);
    }

    private static List<Finding> deadForAnHour(Place place) throws Exception {
        try (Surroundings around = beside(place, 1L << 30, Map.of()); Bench hub = place.start(around)) {
            List<Finding> findings = new ArrayList<>();
            around.broker().orElseThrow().kill();
            Answer first = hub.send(POLICE, MISSING, "f29-1.json", notice("F29-1", 1, child("houra")));
            findings.add(Finding.that("files are taken and answered", first.stage().equals("ACCEPTED"), first));
            Await.until("the alert is raised", RECOVERY, () -> hub.alertsNow("F29-").size() == 1);
            Await.until("the health page says so", RECOVERY, () -> hub.health().equals("DOWN"));
            hub.stop();
            hub.startAgain(Optional.of(Place.MONDAY.plus(Duration.ofHours(1))));
            Answer second = hub.send(POLICE, MISSING, "f29-2.json", notice("F29-2", 1, child("hourb")));
            findings.add(Finding.that("an hour later, after a restart without it, too", second.stage().equals("ACCEPTED"), second));
            Await.until("the second alert is raised", RECOVERY, () -> hub.alertsNow("F29-").size() == 2);
            around.broker().orElseThrow().startAgain();
            hub.settle();
            Heard heard = Heard.take(hub.hub());
            findings.add(Finding.same("the front door hears of each alert once", hub.alertsNow("F29-").stream().map(alert -> alert.split(" ")[0]).toList(), heard.raised()));
            Await.until("the hub is well again", RECOVERY, () -> hub.health().equals("UP"));
            return findings;
        }
    }

    private static List<Finding> journalFull(Place place) throws Exception {
        try (Surroundings around = beside(place, JOURNAL_BYTES, Map.of()); Bench hub = place.start(around)) {
            List<Finding> findings = new ArrayList<>();
            OutsideBroker broker = around.broker().orElseThrow();
            int fillers = fill(broker);
            Answer answer = hub.send(POLICE, MISSING, "f37.json", notice("F37-1", 1, child("journal")));
            findings.add(Finding.that("files are taken and answered", answer.stage().equals("ACCEPTED"), answer));
            Await.until("the alert is raised", RECOVERY, () -> hub.alertsNow("F37-").size() == 1);
            Waiting.millis(QUIET_MILLIS);
            findings.add(Finding.that("its message waits in the hub", hub.messagesLeft() > 0, hub.messagesLeft() + " messages wait"));
            empty(broker, fillers);
            hub.settle();
            findings.add(Finding.that("the front door hears of it once", Heard.take(hub.hub()).raised().size() == 1, "another number"));
            return findings;
        }
    }

    private static int fill(OutsideBroker broker) throws JMSException {
        int sent = 0;
        try (Connection connection = connect(broker); Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
             MessageProducer producer = session.createProducer(session.createQueue("filler"))) {
            for (; sent < MOST_FILLERS; sent++) {
                producer.send(session.createTextMessage("x".repeat(FILLER_CHARACTERS)));
            }
        } catch (JMSException full) {
            return sent;
        }
        return sent;
    }

    private static void empty(OutsideBroker broker, int count) throws JMSException {
        try (Connection connection = connect(broker); Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
             MessageConsumer consumer = session.createConsumer(session.createQueue("filler"))) {
            for (int i = 0; i < count && consumer.receive(QUIET_MILLIS) != null; i++) {
                Thread.onSpinWait();
            }
        }
    }

    private static Connection connect(OutsideBroker broker) throws JMSException {
        Connection connection = new ActiveMQConnectionFactory("hub", broker.hubPassword(), broker.url()).createConnection();
        connection.start();
        return connection;
    }

    private static List<Finding> cutAtCommit(Place place) throws Exception {
        String caseSystem = DemoAccounts.open(place.folder().data()).password(DemoAccounts.CASE_SYSTEM);
        try (OutsideBroker broker = OutsideBroker.start(place.root().resolve("outside-broker"), caseSystem); CutLine line = CutLine.to(broker.port());
             Bench hub = place.start(new Surroundings(Optional.empty(), Optional.of(broker), Map.of("HUB_BROKER_URL", "tcp://127.0.0.1:" + line.port())))) {
            // The first message opens all that a message needs, so that of those behind it only the broker's answer is missing.
            hub.send(POLICE, MISSING, "f45-0.json", notice("F45-0", 1, child("severed0")));
            hub.settle();
            List<Answer> answers = new ArrayList<>();
            List<String> raised = new ArrayList<>(Heard.take(hub.hub()).raised());
            long repeats = 0;
            // A cut may fall before the message or behind the answer: then the fault was not there, and it is tried again.
            for (int cut = 1; cut <= MOST_CUTS && repeats == 0; cut++) {
                line.deafen(true);
                answers.add(hub.send(POLICE, MISSING, "f45-" + cut + ".json", notice("F45-" + cut, 1, child("severed" + cut))));
                int alerts = cut + 1;
                Await.until("the alert is raised", RECOVERY, () -> hub.alertsNow("F45-").size() == alerts);
                Waiting.millis(DEAF_MILLIS);
                line.deafen(false);
                line.cut();
                hub.settle();
                Heard heard = Heard.take(hub.hub());
                raised.addAll(heard.raised());
                repeats += heard.repeats();
            }
            place.say().accept(answers.size() + " cuts, " + repeats + " repeats came under the same id and were dropped");
            return List.of(Finding.that("each file is taken", answers.stream().allMatch(answer -> answer.stage().equals("ACCEPTED")), answers),
                    Finding.that("a message came again under the same id", repeats > 0, raised),
                    Finding.that("each alert was raised once", raised.size() == answers.size() + 1 && raised.stream().distinct().count() == raised.size(), raised));
        }
    }

    private static List<Finding> replayedOften(Place place) throws Exception {
        try (Bench hub = place.start(Surroundings.none())) {
            return replayed(new Place(place.launch(), place.root(), Optional.of(hub), place.say()), "F61", REPLAYS);
        }
    }

    private static List<Finding> replayed(Place place, String id, int times) throws Exception {
        Bench hub = place.hub();
        hub.send(POLICE, MISSING, id + ".json", notice(id + "-1", 1, child("replay" + id)));
        String alert = hub.alerts(id + "-").get(0).split(" ")[0];
        try (FrontDoor door = FrontDoor.open(hub.hub())) {
            for (int i = 0; i < times; i++) {
                door.decide(acknowledged(id + "-decision", alert));
            }
        }
        Await.until("the decision takes effect", RECOVERY, () -> hub.alertsNow(id + "-").get(0).endsWith("ACKNOWLEDGED"));
        Await.until("all of them are taken", Bench.LIMIT, () -> hub.decisionsKept(alert) == 1);
        return List.of(Finding.that("it takes effect once", hub.decisionsKept(alert) == 1, hub.decisionsKept(alert) + " decisions are kept"), UploadRows.oneAlert(hub, id + "-"));
    }

    private static List<Finding> poison(Place place) throws Exception {
        Bench hub = place.hub();
        hub.send(POLICE, MISSING, "f60.json", notice("F60-1", 1, child("poison")));
        String alert = hub.alerts("F60-").get(0).split(" ")[0];
        try (FrontDoor door = FrontDoor.open(hub.hub())) {
            door.decide("{\"id\":");
            door.decide("not even braces \u0000");
            door.decide("{\"id\":\"F60-none\",\"alert\":\"A-2026-999999\",\"alertVersion\":1,\"action\":\"ACKNOWLEDGED\",\"by\":\"x\",\"at\":\"2026-11-23T09:00:00Z\"}");
            door.decide(acknowledged("F60-good", alert));
        }
        Await.until("the good one behind them takes effect", RECOVERY, () -> hub.alertsNow("F60-").get(0).endsWith("ACKNOWLEDGED"));
        return List.of(Finding.that("the good one behind them takes effect", true, ""), UploadRows.oneAlert(hub, "F60-"));
    }

    private static String acknowledged(String id, String alert) {
        return "{\"id\":\"" + id + "\",\"alert\":\"" + alert + "\",\"alertVersion\":1,\"action\":\"ACKNOWLEDGED\",\"by\":\"case-worker-1\",\"at\":\"2026-11-23T09:00:00Z\"}";
    }
}
