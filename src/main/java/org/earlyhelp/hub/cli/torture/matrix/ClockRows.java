package org.earlyhelp.hub.cli.torture.matrix;

import static org.earlyhelp.hub.cli.torture.matrix.Made.ATTENDANCE;
import static org.earlyhelp.hub.cli.torture.matrix.Made.COUNCIL;
import static org.earlyhelp.hub.cli.torture.matrix.Made.HEADER;
import static org.earlyhelp.hub.cli.torture.matrix.Made.INVOLVEMENTS;
import static org.earlyhelp.hub.cli.torture.matrix.Made.INVOLVEMENT_HEADER;
import static org.earlyhelp.hub.cli.torture.matrix.Made.MISSING;
import static org.earlyhelp.hub.cli.torture.matrix.Made.POLICE;
import static org.earlyhelp.hub.cli.torture.matrix.Made.SCHOOLS;
import static org.earlyhelp.hub.cli.torture.matrix.Made.child;
import static org.earlyhelp.hub.cli.torture.matrix.Made.day;
import static org.earlyhelp.hub.cli.torture.matrix.Made.involvement;
import static org.earlyhelp.hub.cli.torture.matrix.Made.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.cli.outside.HubFolder;
import org.earlyhelp.hub.cli.outside.Surroundings;
import org.earlyhelp.hub.cli.torture.verdict.Finding;
import org.earlyhelp.hub.cli.torture.verdict.LogJudge;

/** Clocks that jump, days with 25 hours, leap days, and a file of long ago that comes again. The hub's clock is moved, not the machine's. */
final class ClockRows {
    private static final Duration FAR = Duration.ofDays(20);
    private static final Duration BACK = Duration.ofDays(1);
    private static final Duration LONG_AGO = Duration.ofDays(40);
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(60);
    private static final String STEPPED = "clock stepped";
    private static final List<Instant> ODD_MOMENTS = List.of(Instant.parse("2026-10-25T00:59:50Z"), Instant.parse("2027-03-28T00:59:50Z"));

    private ClockRows() {
    }

    static List<Row> rows() {
        return List.of(
                Row.slow("F21", "a file of long ago comes again", ClockRows::longAgo),
                Row.slow("F54", "the clock jumps 20 days on and one back", ClockRows::jumps),
                Row.byTest("F54.1", "the machine's clock is moved while the hub runs", "ClockWatchTests.tellsOnceOfAStepAndOnceThatItIsOverAfterADay"),
                Row.slow("F55", "the clock changes, while files come", ClockRows::clockChanges));
    }

    private static List<Finding> longAgo(Place place) throws Exception {
        try (Bench hub = place.start(Surroundings.none())) {
            String open = INVOLVEMENT_HEADER + involvement("F21-1", child("longago"), "");
            hub.send(COUNCIL, INVOLVEMENTS, "f21-a.csv", open);
            Answer closing = hub.send(COUNCIL, INVOLVEMENTS, "f21-b.csv", INVOLVEMENT_HEADER + involvement("F21-1", child("longago"), "2026-11-20"));
            hub.settle();
            hub.stop();
            hub.startAgain(Optional.of(Place.MONDAY.plus(LONG_AGO)));
            Answer again = hub.send(COUNCIL, INVOLVEMENTS, "f21-again.csv", open);
            return List.of(Finding.that("the newer state was taken", closing.stage().equals("ACCEPTED"), closing),
                    Finding.that("the old file is held for a person", again.stage().equals("HELD") && again.accepted() == 0, again), Finding.that("and the answer says why", !again.words().isEmpty(), again));
        }
    }

    private static List<Finding> jumps(Place place) throws Exception {
        try (ToldOutside told = ToldOutside.listen(); Bench hub = place.start(Surroundings.of(Map.of("HUB_ALARM_WEBHOOK", told.address())))) {
            List<String> answers = new ArrayList<>();
            answers.add(hub.send(POLICE, MISSING, "f54-0.json", notice("F54-0", 1, child("jumpa"))).stage());
            Instant clock = Place.MONDAY;
            for (Duration jump : List.of(FAR, BACK.negated())) {
                hub.settle();
                hub.stop();
                clock = clock.plus(jump);
                hub.startAgain(Optional.of(clock));
                int i = answers.size();
                answers.add(hub.send(POLICE, MISSING, "f54-" + i + ".json", notice("F54-" + i, 1, "HIGH", clock.minusSeconds(3_600).toString(), child("jump" + i))).stage());
            }
            Await.until("the step back is told", TOLD_WITHIN, () -> !told.about(STEPPED).isEmpty());
            return List.of(Finding.same("every file is taken", List.of("ACCEPTED", "ACCEPTED", "ACCEPTED"), answers), Finding.same("one alarm tells of the step back", List.of("Alarm: " + STEPPED), told.about(STEPPED)),
                    Finding.same("every notice is held once", List.of("F54-0@1", "F54-1@1", "F54-2@1"), hub.held("F54-")),
                    Finding.that("one alert for each child", hub.alerts("F54-").size() == 3, hub.alerts("F54-")), LogJudge.isSound(hub.hub()));
        }
    }

    private static List<Finding> clockChanges(Place place) throws Exception {
        List<String> answers = new ArrayList<>();
        for (Instant moment : ODD_MOMENTS) {
            try (Bench hub = Bench.start(place.launch(), new HubFolder(place.root().resolve(moment.toString().substring(0, 10))), Optional.of(moment), Surroundings.none())) {
                LocalDate eve = LocalDate.parse(moment.toString().substring(0, 10)).minusDays(2);
                answers.add(hub.send(SCHOOLS, ATTENDANCE, "f55.csv", HEADER + day(child("summertime"), eve)).inShort());
                answers.add(hub.send(POLICE, MISSING, "f55.json", notice("F55-1", 1, "HIGH", moment.minusSeconds(600).toString(), child("wintertime"))).inShort());
                answers.add("%d alert".formatted(hub.alerts("F55-").size()));
            }
        }
        return List.of(Finding.same("files are taken and an alert raised", List.of("ACCEPTED 1/0/0", "ACCEPTED 1/0/0", "1 alert", "ACCEPTED 1/0/0", "ACCEPTED 1/0/0", "1 alert"), answers));
    }
}
