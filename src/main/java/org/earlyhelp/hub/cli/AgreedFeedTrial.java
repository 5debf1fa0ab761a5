package org.earlyhelp.hub.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.mapping.Mapping;
import org.earlyhelp.hub.mapping.MappingBook;
import org.earlyhelp.hub.mapping.MappingTime;
import org.earlyhelp.hub.mapping.MappingTrial;
import org.earlyhelp.hub.mapping.RowFault;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.FeedTerms;

/** Tries a file by the mapping that the feed's agreement names, as intake would. Streams: a file of any size takes little memory. */
final class AgreedFeedTrial implements FeedTrial {
    @Override
    public Outcome tryOut(Path configDir, Path file, String agency, String feed, HubClock clock) {
        AgreementBook agreements = new AgreementBook();
        agreements.load(configDir.resolve("agreements"));
        Optional<FeedTerms> terms = agreements.feed(agency, feed);
        if (terms.isEmpty()) {
            List<ConfigDoctor.Finding> broken = of("agreements", agency, agreements.faults());
            return broken.isEmpty() ? new UnknownFeed(agreements.feeds().stream().map(known -> known.agency() + "/" + known.feed()).toList())
                    : new Unready(broken);
        }
        MappingBook mappings = new MappingBook().load(configDir.resolve("mappings"));
        String layout = terms.get().mapping();
        boolean inForce = agreements.inForce(agency, clock.today());
        return mappings.find(layout).<Outcome>map(mapping -> result(mapping.forSender(agency), file, clock, inForce))
                .orElseGet(() -> unready(layout, mappings.faults()));
    }

    private static Result result(Mapping mapping, Path file, HubClock clock, boolean inForce) {
        try {
            MappingTrial trial = MappingTrial.of(mapping, () -> Files.newInputStream(file), MappingTime.of(clock));
            return new Result(mapping.reference(), inForce ? stage(trial) : "HELD", trial.records(), trial.accepted(), trial.rejected(),
                    trial.warnings(), trial.faults().stream().map(AgreedFeedTrial::finding).toList(), trial.faultsTruncated());
        } catch (IOException | UncheckedIOException e) {
            throw new StartFailure(file + " cannot be read (" + e.getClass().getSimpleName() + ").");
        }
    }

    private static String stage(MappingTrial trial) {
        if (trial.fileRefused() || trial.records() > 0 && trial.accepted() == 0) {
            return "REJECTED";
        }
        return trial.rejected() > 0 ? "PARTIAL" : "ACCEPTED";
    }

    private static Unready unready(String layout, List<ConfigFault> faults) {
        List<ConfigDoctor.Finding> broken = of("mappings", layout, faults);
        return new Unready(broken.isEmpty() ? List.of(new ConfigDoctor.Finding("mappings", layout + ".yaml", 0, "there is no such file")) : broken);
    }

    /** The faults of that file, or those of the schema, which leave no file of the folder readable. */
    private static List<ConfigDoctor.Finding> of(String folder, String name, List<ConfigFault> faults) {
        return faults.stream().filter(fault -> fault.file().equals(name + ".yaml") || fault.file().endsWith(".json"))
                .map(fault -> ConfigDoctor.Finding.of(folder, fault)).toList();
    }

    private static Finding finding(RowFault fault) {
        return new Finding(fault.at().line(), fault.at().record(), fault.field(), fault.code(), fault.severity().name().toLowerCase(Locale.ROOT),
                fault.message(), fault.fix());
    }
}
