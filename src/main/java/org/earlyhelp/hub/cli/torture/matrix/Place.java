package org.earlyhelp.hub.cli.torture.matrix;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.earlyhelp.hub.cli.outside.HubFolder;
import org.earlyhelp.hub.cli.outside.HubLaunch;
import org.earlyhelp.hub.cli.outside.Surroundings;

/**
 * Where a row's fault is injected: a folder of its own, and for quick rows the one hub that they share.
 *
 * @param shared up and ready; empty for a row that starts its own
 * @param say    takes what is worth printing, such as the words a sender reads
 */
record Place(HubLaunch launch, Path root, Optional<Bench> shared, Consumer<String> say) {
    /** The Monday at which the samples are told too. */
    static final Instant MONDAY = Instant.parse("2026-11-23T08:40:00Z");

    /** The shared hub. */
    Bench hub() {
        return shared.orElseThrow();
    }

    HubFolder folder() {
        return new HubFolder(root);
    }

    /** A hub of the row's own, ready. */
    Bench start(Surroundings surroundings) throws IOException {
        return Bench.start(launch, folder(), Optional.of(MONDAY), surroundings);
    }
}
