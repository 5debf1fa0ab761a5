package org.earlyhelp.hub.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.earlyhelp.hub.cli.outside.ChildHub;
import org.earlyhelp.hub.cli.outside.HubFolder;
import org.earlyhelp.hub.cli.outside.HubLaunch;
import org.earlyhelp.hub.cli.outside.HubTables;
import org.earlyhelp.hub.cli.outside.SftpDoor;

/** Pages of the front door out of a store of very many alerts, first at rest, then while an attendance file is taken and its pupils are matched. */
final class PagesBench {
    private static final int WARM_UP = 20;
    private static final int DAYS = 40;
    private static final long SEED = 20261123;
    private static final Duration TARGET = Duration.ofMillis(300);
    private final int alerts;
    private final int tries;
    private final int pupils;
    private final Consumer<String> say;

    /** {@code pupils} of the file that loads, with 40 rows each. */
    PagesBench(int alerts, int tries, int pupils, Consumer<String> say) {
        this.alerts = alerts;
        this.tries = tries;
        this.pupils = pupils;
        this.say = say;
    }

    /** Starts a hub of its own in {@code folder} and prints the figures. */
    void run(HubFolder folder) throws Exception {
        try (ChildHub hub = ChildHub.begin(HubLaunch.byScript(), folder, Optional.empty())) {
            hub.awaitReady();
            DataSource database = HubTables.databaseOf(hub);
            new AlertStock(database).fill(alerts);
            say.accept("%,d alerts in the store, 1 in %d of them open; %d pages of each kind".formatted(alerts, AlertStock.ONE_OPEN_IN, tries));
            StaffBrowser worker = StaffBrowser.signedIn(hub, "front-door");
            Map<String, Supplier<String>> pages = pages(worker);
            read(worker, pages, WARM_UP);
            tell("at rest", read(worker, pages, tries));
            load(hub, folder);
            tell("while a feed loads", read(worker, pages, tries));
            say.accept("work that was left at the end: " + HubTables.of(hub).workLeft());
        }
    }

    private Map<String, Supplier<String>> pages(StaffBrowser worker) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        String asset = worker.firstAssetOf("/inbox");
        Map<String, Supplier<String>> pages = new LinkedHashMap<>();
        pages.put("/inbox", () -> "/inbox");
        pages.put("/alerts/{ref}, open", () -> "/alerts/" + AlertStock.openRef(random, alerts));
        pages.put("/alerts/{ref}, any", () -> "/alerts/" + AlertStock.anyRef(random, alerts));
        pages.put("a style sheet", () -> asset);
        pages.put("/actuator/health", () -> "/actuator/health");
        return pages;
    }

    /** Every kind in turn, so that all meet the same load. */
    private static Map<String, Timings> read(StaffBrowser worker, Map<String, Supplier<String>> pages, int tries) throws IOException {
        Map<String, List<Duration>> times = new LinkedHashMap<>();
        for (int number = 0; number < tries; number++) {
            for (Map.Entry<String, Supplier<String>> page : pages.entrySet()) {
                times.computeIfAbsent(page.getKey(), none -> new ArrayList<>()).add(worker.timeTo(page.getValue().get()));
            }
        }
        Map<String, Timings> timings = new LinkedHashMap<>();
        times.forEach((page, all) -> timings.put(page, new Timings(all)));
        return timings;
    }

    private void load(ChildHub hub, HubFolder folder) throws IOException {
        AttendanceFile file = new AttendanceFile(pupils, DAYS, 0);
        byte[] rows = Files.readAllBytes(file.write(folder.root().resolve("attendance.csv")));
        try (SftpDoor schools = SftpDoor.open(hub, "avonford-schools")) {
            schools.send("school-attendance", "attendance-bench.csv", rows);
        }
        say.accept("%,d rows of %,d unknown pupils were sent".formatted(file.rows(), pupils));
    }

    private void tell(String when, Map<String, Timings> pages) {
        pages.forEach((page, times) -> say.accept("%-20s %-22s %s%s".formatted(when, page, times,
                page.startsWith("/alerts") || page.equals("/inbox") ? times.p95().compareTo(TARGET) <= 0 ? "  met" : "  missed" : "")));
    }
}
