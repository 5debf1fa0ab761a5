package org.earlyhelp.hub.cli.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Writes a made-up borough, one household at a time, so that memory does not grow with it. People and their lives
 * depend on the seed alone, not on the noise: two runs that differ in noise tell the same stories. Not thread-safe.
 */
public final class BoroughGenerator {
    /** What was written. */
    public record Written(int households, int people, long mentions, int alerts) {
    }

    private static final long LIVES = 1;
    private static final long FAULTS = 2;

    private final BoroughPlan plan;
    private final HouseholdMaker households;
    private final LifeMaker lives;
    private final TruthRules rules;
    private int people;

    /** The same plan gives the same borough. */
    public BoroughGenerator(BoroughPlan plan) {
        this.plan = plan;
        this.households = new HouseholdMaker(new IdentifierMint(), new SchoolList(plan.families()), plan.today());
        this.lives = new LifeMaker(plan.today());
        this.rules = new TruthRules(plan.today());
    }

    /** Call once. Throws IOException when a file cannot be written; what was written before then stays. */
    public Written generate() throws IOException {
        try (TruthWriter truth = new TruthWriter(plan.out().resolve("truth"), plan.today());
             Feeds feeds = new Feeds(plan, new NoiseModel(plan.noise()), truth)) {
            for (int number = 1; number <= plan.families(); number++) {
                generate(number, feeds, truth);
            }
            return new Written(plan.families(), people, truth.mentions(), truth.alertsRaised());
        }
    }

    private void generate(int number, Feeds feeds, TruthWriter truth) throws IOException {
        RandomGenerator random = randomOf(number, LIVES);
        Household household = households.make(number, random);
        Life life = lives.make(household, random);
        people += household.carers().size() + household.children().size();
        takeDown(household, life, truth);
        feeds.write(household, life, randomOf(number, FAULTS));
        var alert = rules.alertFor(household, life);
        if (alert.isPresent()) {
            truth.add(household, alert.get());
        }
    }

    private static void takeDown(Household household, Life life, TruthWriter truth) throws IOException {
        truth.add(household);
        Optional<Person> outsider = life.incidents().stream().map(Life.Incident::perpetrator).filter(person -> !household.isMember(person)).findFirst();
        if (outsider.isPresent()) {
            truth.addOutsider(household, outsider.get());
        }
    }

    /** A stream of its own for each household and purpose; splitting once more mixes seeds that lie side by side. */
    private RandomGenerator randomOf(int household, long purpose) {
        return new SplittableRandom(plan.seed() * 1_000_003L + household * 4L + purpose).split();
    }

    /** All feeds, closed together. */
    private static final class Feeds implements FeedWriter {
        private final List<FeedWriter> writers;

        Feeds(BoroughPlan plan, NoiseModel noise, Mentions mentions) {
            Path feeds = plan.out().resolve("feeds");
            writers = List.of(new MissingChildrenWriter(feeds, noise, mentions), new DomesticAbuseWriter(feeds, noise, mentions),
                    new SchoolAttendanceWriter(feeds, noise, mentions, plan.today()), new HealthVisitingWriter(feeds, noise, mentions),
                    new OpenInvolvementsWriter(feeds, noise, mentions));
        }

        @Override
        public void write(Household household, Life life, RandomGenerator random) throws IOException {
            for (FeedWriter writer : writers) {
                writer.write(household, life, random);
            }
        }

        @Override
        public void close() throws IOException {
            for (FeedWriter writer : writers) {
                writer.close();
            }
        }
    }
}
