package org.earlyhelp.hub.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.earlyhelp.hub.journey.DemoDay.Message;
import org.earlyhelp.hub.samples.SampleCase;
import org.earlyhelp.hub.support.LiveFiles;
import org.earlyhelp.hub.web.Browser;

/** Everything that a day leaves where somebody may read it: by the place, the text. */
final class Leavings {
    private static final List<String> ROLES = List.of("front-door", "manager", "steward", "ig", "operator");
    /** What no role asks for on purpose. */
    private static final List<String> MALFORMED = List.of("/alerts/A-0000", "/alerts/%00", "/alerts/A-2026-000001/nothing", "/people/P-x", "/people/P-999999", "/families/F-x",
            "/sharing/none", "/sharing/999999999", "/reviews/0", "/reviews/99999999999999999999", "/deliveries/none", "/agreements/nobody", "/nothing-here", "/inbox?level=x&locality=%3C",
            "/api/links.csv?family=x", "/api/nothing.csv", "/error", "/actuator", "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus",
            "/actuator/metrics", "/actuator/env", "/actuator/loggers", "/actuator/heapdump", "/api-docs", "/feeds?agency=x", "/sign-in?error");
    private static final Set<String> POSTED = Set.of("/alerts/A-2026-000001", "/reviews/1/same", "/api/reviews/1/same", "/search", "/reviews/people/P-000001/settle");
    /** Of the data folder: the keys, and the database's tables, whose own logs are read all the same. */
    private static final Set<String> STORES = Set.of("keys", "postgres");
    private final SampleDay day;
    private final Map<String, String> texts = new LinkedHashMap<>();

    private Leavings(SampleDay day) {
        this.day = day;
    }

    /** Of the day so far; {@code messages} are those already taken off the queues, {@code pages} to open beside all that are linked. */
    static Map<String, String> of(SampleDay day, List<Message> messages, List<String> pages) {
        Leavings leavings = new Leavings(day);
        messages.forEach(message -> leavings.texts.put("message " + message.json().at("/id").asString() + " on " + message.queue(), message.text()));
        leavings.addFilesOfAgencies();
        leavings.addPages(pages);
        leavings.addFiles();
        leavings.texts.put("the demo's output", String.join("\n", day.printed()));
        return leavings.texts;
    }

    /** What lies on the disk alone, but for keys and tables. */
    static Map<String, String> filesOf(SampleDay day) {
        Leavings leavings = new Leavings(day);
        leavings.addFiles();
        return leavings.texts;
    }

    private void addFilesOfAgencies() {
        Stream.of("links", "needs", "alerts").forEach(name -> texts.put(name + ".csv", day.export(name)));
        SampleCase.inOrder().stream().map(SampleCase::agency).distinct().forEach(agency -> Stream.of("/receipts", "/out", "/help").forEach(folder ->
                day.files(agency, folder).forEach((name, text) -> texts.put(agency + folder + "/" + name, text))));
    }

    private void addPages(List<String> pages) {
        for (String role : ROLES) {
            Browser browser = day.browser(role);
            List<String> from = new ArrayList<>(List.of("/", "/inbox", "/search", "/localities", "/reviews", "/reviews/fairness", "/exports", "/sharing", "/agreements", "/feeds",
                    "/monday", "/measures", "/rules"));
            from.addAll(pages);
            from.addAll(MALFORMED);
            texts.putAll(new PageWalk(role, browser).from(from));
            POSTED.forEach(path -> texts.put(role + " POST " + path, browser.postRaw(path, "act=%00&x=" + "y".repeat(3)).body()));
            List.of("Novak Elise", "Novak Petra", "Brathwaite Tyrell", "Brathwaite Shanice").forEach(who -> new LookUp(browser).ask(who.split(" ")[0], who.split(" ")[1])
                    .ifPresent(page -> texts.put(role + " look-up of " + who, page)));
        }
    }

    private void addFiles() {
        day.places().forEach(this::addFiles);
    }

    private void addFiles(String kind, Path place) {
        Path root = Files.isDirectory(place) ? place : place.getParent();
        for (Path file : LiveFiles.below(place)) {
            Path name = root.relativize(file);
            boolean readable = !STORES.contains(name.getName(0).toString()) || name.toString().endsWith(".log");
            texts.put(kind + " " + name, readable ? content(file) : "");
        }
    }

    /** Empty for a file that a running hub has just taken away. */
    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
