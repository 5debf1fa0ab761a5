package org.earlyhelp.hub.cli.bench.rules;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.earlyhelp.hub.cli.bench.identity.Stopwatch;
import org.earlyhelp.hub.cli.generate.BoroughGenerator;
import org.earlyhelp.hub.cli.generate.BoroughPlan;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.trial.Steps;
import org.earlyhelp.hub.need.trial.Trials;
import org.earlyhelp.hub.need.trial.WhatIf;
import org.flywaydb.core.Flyway;

/** Tries a rule with a shorter window on every household of a made-up borough, beside one plain assessment of each. */
public final class RulesBench {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Instant NOW = London.startOf(TODAY).plus(Duration.ofMinutes(8 * 60 + 40));
    private static final long SEED = 20_261_123;
    private static final int DAYS_OF_PAGE = 8 * 7;
    private static final int DAYS_OF_YEAR = 365;
    private static final String RULE = "within-days: 90}";
    private static final String CHANGED = "within-days: 30}";
    private final int households;
    private final Path home;
    private final Consumer<String> say;

    /** {@code home} holds {@code agreements/}, {@code mappings/} and {@code rules/}. */
    public RulesBench(int households, Path home, Consumer<String> say) {
        this.households = households;
        this.home = home;
        this.say = say;
    }

    /** Works below the folder. */
    public void run(Path folder) throws Exception {
        new BoroughGenerator(new BoroughPlan(households, SEED, TODAY, folder.resolve("borough"), 1)).generate();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            DataSource database = postgres.getPostgresDatabase();
            Flyway.configure().dataSource(database).load().migrate();
            TrueBorough borough = new TrueBorough(database, home, folder.resolve("borough"), NOW);
            say.accept("%,d households, seed %d; %,d people, %,d records, linked as the truth has them".formatted(households, SEED, borough.loadPeople(), borough.loadRecords()));
            borough.bringIntoForce(home.resolve("rules"));
            measure(database, folder);
        }
    }

    private void measure(DataSource database, Path folder) throws IOException {
        Path changed = changed(folder.resolve("rules"));
        tried("one plain assessment of each family, today", database, home.resolve("rules"), Steps.now(NOW));
        tried("a changed rule tried, today", database, changed, Steps.now(NOW));
        tried("a changed rule tried, 8 weeks (the page)", database, changed, Steps.since(TODAY.minusDays(DAYS_OF_PAGE), NOW));
        tried("a changed rule tried, a year", database, changed, Steps.since(TODAY.minusDays(DAYS_OF_YEAR), NOW));
    }

    private void tried(String what, DataSource database, Path rules, Steps steps) {
        Stopwatch watch = new Stopwatch();
        WhatIf found = Trials.run(database, rules, steps).orElseThrow().whatIf();
        say.accept("%s: %s; %d moments, %,d families, %,d would lose an alert".formatted(what, watch, steps.moments().size(), found.families(), found.lose()));
    }

    /** A copy of the rules in which one window is shorter. */
    private Path changed(Path copy) throws IOException {
        Path rules = home.resolve("rules");
        try (Stream<Path> files = Files.walk(rules)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(rules.relativize(file)));
            }
        }
        Path needs = copy.resolve("needs.yaml");
        String text = Files.readString(needs);
        Files.writeString(needs, text.substring(0, text.indexOf(RULE)) + CHANGED + text.substring(text.indexOf(RULE) + RULE.length()));
        return copy;
    }
}
