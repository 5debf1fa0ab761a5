package org.earlyhelp.hub.cli.retrain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.earlyhelp.hub.cli.feeds.Arrival;
import org.earlyhelp.hub.cli.feeds.BoroughReader;
import org.earlyhelp.hub.cli.generate.BoroughGenerator;
import org.earlyhelp.hub.cli.generate.BoroughPlan;
import org.earlyhelp.hub.cli.outside.HubFolder;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.linkage.Describer;
import org.earlyhelp.hub.mapping.MappingTime;

/** Reads descriptions out of feed files, real or made up, through the layouts and agreements of {@code configDir}. */
record FeedsSource(Path configDir, Consumer<String> say) {
    /** The day on which a made-up borough's files are dropped: with the seed it decides every byte of them. */
    static final LocalDate BOROUGH_DAY = LocalDate.parse("2026-11-23");
    private static final Duration MORNING = Duration.ofMinutes(8 * 60 + 40);

    /** Of a folder that holds a folder an agency with a folder a feed. Throws StartFailure when a file cannot be read. */
    Said folder(Path feeds, MappingTime time) {
        return read(feeds, time, "feed files of this borough");
    }

    /** Of a borough made for this and removed after it. Throws IOException when it cannot be written. */
    Said borough(int households, long seed) throws IOException {
        HubFolder folder = HubFolder.temporary("retrain");
        try {
            new BoroughGenerator(new BoroughPlan(households, seed, BOROUGH_DAY, folder.root(), 1)).generate();
            MappingTime time = new MappingTime(London.startOf(BOROUGH_DAY).plus(MORNING), BOROUGH_DAY);
            return read(folder.root().resolve("feeds"), time, "a generated borough of " + households + " households, seed " + seed);
        } finally {
            folder.remove();
        }
    }

    private Said read(Path feeds, MappingTime time, String source) {
        Gathering gathering = new Gathering();
        BoroughReader reader = new BoroughReader(configDir, feeds, time);
        try {
            reader.read(record -> take(record, gathering));
        } catch (IOException | UncheckedIOException e) {
            throw new StartFailure("The feeds in " + feeds + " cannot be read: " + e.getMessage() + ".", e);
        }
        if (reader.rejected() > 0) {
            say.accept("%,d records were refused by their layout and are not learned from.".formatted(reader.rejected()));
        }
        return new Said(gathering.all(), source);
    }

    private static void take(Arrival record, Gathering gathering) {
        Describer.describe(record.agency(), record.feed(), record.sourceRef(), London.dateOf(record.observedAt()), record.mentions()).forEach(gathering::take);
    }
}
