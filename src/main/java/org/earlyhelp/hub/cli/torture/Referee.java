package org.earlyhelp.hub.cli.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.earlyhelp.hub.cli.torture.Told.News;
import org.earlyhelp.hub.cli.torture.verdict.Finding;

/** Compares a hub with what was sent to it, and with a hub that got the same undisturbed. */
final class Referee {
    private static final int MARKS_A_ROW = 2;
    private final Drop drop;
    private final HubState state;

    Referee(Drop drop, HubState state) {
        this.drop = drop;
        this.state = state;
    }

    /** What holds for every hub, killed or not. */
    List<Finding> judge() {
        List<String> links = state.links().stream().map(link -> link.get("agency") + "/" + link.get("feed") + "/" + link.get("source_ref") + "@" + link.get("version")
                + " " + link.get("role") + " " + link.get("index")).toList();
        return List.of(receipts(), Finding.same("every record sent is held once, older versions too", drop.records(), state.records()),
                Finding.same("every mention of a current record is in links.csv once", drop.mentions(), links), marks(), alertsTold(), newsBacked());
    }

    /** What a killed hub has in common with one that nobody disturbed. */
    List<Finding> compare(HubState undisturbed) {
        PlainStory expected = PlainStory.of(undisturbed);
        PlainStory found = PlainStory.of(state);
        return List.of(Finding.same("the same marks of every pupil as in an undisturbed hub", undisturbed.marks(), state.marks()),
                Finding.same("the same people, each out of the same mentions", expected.people(), found.people()),
                Finding.same("the same needs, levels and evidence", expected.needs(), found.needs()),
                Finding.same("the same alerts by rule, level, needs and children", expected.alerts(), found.alerts()));
    }

    private Finding receipts() {
        Map<String, List<ReceiptSeen>> byFile = state.receipts().stream().filter(receipt -> !receipt.isRepeat()).collect(Collectors.groupingBy(ReceiptSeen::place));
        List<String> faults = new ArrayList<>();
        for (DropFile file : drop.files()) {
            List<ReceiptSeen> receipts = byFile.getOrDefault(file.place(), List.of());
            if (receipts.size() != 1 || !receipts.get(0).takesAll(file.records())) {
                faults.add(file.place() + " with " + file.records() + " records has " + receipts);
            }
        }
        return new Finding("every file has one final receipt, which counts all its rows as accepted", drop.files().size(), faults);
    }

    private Finding marks() {
        long held = state.marks().stream().mapToLong(line -> line.substring(line.length() - 62).chars().filter(mark -> mark != ' ').count()).sum();
        long sent = MARKS_A_ROW * drop.attendanceRows();
        return new Finding("every attendance mark sent is held once", sent, held == sent ? List.of() : List.of(held + " marks are held"));
    }

    private Finding alertsTold() {
        Map<String, List<News>> byAlert = state.told().news().stream().collect(Collectors.groupingBy(News::alert));
        List<String> faults = new ArrayList<>();
        for (Map<String, String> alert : state.alerts()) {
            List<News> news = byAlert.getOrDefault(alert.get("alert"), List.of());
            if (!isToldInFull(news, Integer.parseInt(alert.get("version")))) {
                faults.add(alert.get("alert") + " is at version " + alert.get("version") + " and was told by " + news);
            }
        }
        return new Finding("every alert was raised once on its queue and told version by version (" + state.told().repeats() + " repeats dropped by id)",
                state.alerts().size(), faults);
    }

    /** Raised first and once, then updated one version after the other; an end tells of the last version once more. */
    private static boolean isToldInFull(List<News> news, int version) {
        List<News> contents = news.stream().filter(one -> !one.isEnd()).toList();
        List<News> ends = news.stream().filter(News::isEnd).toList();
        return contents.stream().map(News::version).toList().equals(IntStream.rangeClosed(1, version).boxed().toList())
                && contents.stream().filter(News::isRaised).toList().equals(contents.subList(0, 1))
                && ends.size() <= 1 && ends.stream().allMatch(end -> end.version() == version);
    }

    private Finding newsBacked() {
        Set<String> known = state.alerts().stream().map(alert -> alert.get("alert")).collect(Collectors.toSet());
        List<String> faults = new ArrayList<>(state.told().altered().stream().map(id -> "message " + id + " was repeated with other words").toList());
        state.told().news().stream().filter(news -> !known.contains(news.alert())).forEach(news -> faults.add("message " + news.id() + " tells of no alert in alerts.csv"));
        return new Finding("every message tells of an alert in alerts.csv, and a repeat says the same", state.told().news().size(), faults);
    }
}
