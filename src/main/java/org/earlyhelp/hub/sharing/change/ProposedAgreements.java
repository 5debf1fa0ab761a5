package org.earlyhelp.hub.sharing.change;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.AgreementFile;
import org.earlyhelp.hub.sharing.AgreementFolder;
import org.earlyhelp.hub.sharing.AgreementVersions.Difference;
import org.earlyhelp.hub.sharing.AgreementVersions.Version;
import org.earlyhelp.hub.sharing.Borough;
import org.earlyhelp.hub.sharing.storage.AgreementVersionStore;

/**
 * The folder of agreements as proposals: keeps each changed file for two people to decide on. The first reading of a hub,
 * and in a demonstration every change that closes no safeguarding feed, comes into force at once. Not thread-safe.
 */
final class ProposedAgreements {
    private static final String DEMO = "demo";
    private static final String INSTALLATION = "installation";

    private final Path folder;
    private final boolean demo;
    private final AgreementVersionStore store;
    private final BiFunction<Version, AgreementFile, Difference> differences;
    private final AgreementAct acts;
    private final HubClock clock;

    ProposedAgreements(Path folder, boolean demo, AgreementVersionStore store, BiFunction<Version, AgreementFile, Difference> differences,
                       AgreementAct acts, HubClock clock) {
        this.folder = folder;
        this.demo = demo;
        this.store = store;
        this.differences = differences;
        this.acts = acts;
        this.clock = clock;
    }

    private Looked last = new Looked(Optional.empty(), List.of(), List.of());

    /** What a look found in the folder and, by number, in the tables: where neither has changed nothing is to be done. */
    private record Looked(Optional<String> folder, List<Integer> numbers, List<ConfigFault> faults) {
        boolean isAsBefore(Optional<String> says, List<Integer> known) {
            return folder.isPresent() && folder.equals(says) && numbers.equals(known);
        }
    }

    /** What is known of the tables at one moment, by agency. */
    private record Known(Map<String, Version> newest, Map<String, Version> waiting) {
        boolean isNothing() {
            return newest.isEmpty();
        }
    }

    /** Looks at the folder, in the caller's transaction, and returns what keeps its files from being agreements or proposals. */
    List<ConfigFault> lookedAt() {
        store.lock();
        Optional<String> says = AgreementFolder.fingerprint(folder);
        if (!last.isAsBefore(says, numbers())) {
            List<ConfigFault> faults = look();
            last = new Looked(says, numbers(), faults);
        }
        return last.faults();
    }

    private List<Integer> numbers() {
        return Stream.concat(store.newest().stream(), store.waiting().stream()).map(Version::number).toList();
    }

    private List<ConfigFault> look() {
        AgreementFolder read = AgreementFolder.read(folder);
        List<ConfigFault> faults = new ArrayList<>(read.faults());
        Known known = new Known(byAgency(store.newest()), byAgency(store.waiting()));
        read.files().values().forEach(file -> look(file, known, faults));
        if (read.readable()) {
            known.newest().values().stream().filter(version -> !version.removed() && isGone(version, read)).forEach(version -> lookForGone(version, known));
            known.waiting().values().stream().filter(version -> isGone(version, read) && !known.newest().containsKey(version.agency()))
                    .forEach(version -> store.dropWaiting(version.agency()));
        }
        return List.copyOf(faults);
    }

    /** The borough's own terms cannot be taken away. */
    private static boolean isGone(Version version, AgreementFolder read) {
        return !read.files().containsKey(version.agency()) && !version.agency().equals(Borough.AGENCY);
    }

    private void look(AgreementFile file, Known known, List<ConfigFault> faults) {
        Version before = known.newest().get(file.agency());
        Version waiting = known.waiting().get(file.agency());
        boolean same = file.terms() != null && before != null && !before.removed() && before.sha256().equals(file.sha256());
        if (file.terms() == null || same) {
            drop(waiting);
        } else if (known.isNothing()) {
            store.keepActivated(file, demo ? DEMO : INSTALLATION, clock.now());
        } else if (waiting == null || waiting.removed() || !waiting.sha256().equals(file.sha256())) {
            take(file, before, waiting, faults);
        }
    }

    private void take(AgreementFile file, Version before, Version waiting, List<ConfigFault> faults) {
        Difference difference = differences.apply(before, file);
        if (demo && difference.closes().isEmpty()) {
            note(before, store.keepActivated(file, DEMO, clock.now()), difference);
        } else if (!demo && isUnraised(file, before, difference)) {
            drop(waiting);
            faults.add(file.faultAt("/version", "the agreement " + file.terms().id() + " was changed but is still version "
                    + file.terms().version() + "; version " + before.version() + " is in force: make it version " + (before.version() + 1)));
        } else {
            store.keepWaiting(file, clock.now());
        }
    }

    /** An entry of the log names the version, and that must tell one text. Comments and layout may change freely. */
    private static boolean isUnraised(AgreementFile file, Version before, Difference difference) {
        return before != null && !before.removed() && before.agreement().equals(file.terms().id()) && file.terms().version() <= before.version()
                && !(difference.words().isEmpty() && file.terms().version() == before.version());
    }

    private void lookForGone(Version before, Known known) {
        Version waiting = known.waiting().get(before.agency());
        if (waiting != null && waiting.removed()) {
            return;
        }
        Difference difference = differences.apply(before, null);
        if (demo && difference.closes().isEmpty()) {
            note(before, store.keepRemoval(before, DEMO, clock.today(), clock.now()), difference);
        } else {
            store.keepRemoval(before, null, clock.today(), clock.now());
        }
    }

    private void note(Version before, int number, Difference difference) {
        acts.note(before, store.version(number).orElseThrow(), difference);
    }

    private void drop(Version waiting) {
        if (waiting != null) {
            store.dropWaiting(waiting.agency());
        }
    }

    private static Map<String, Version> byAgency(List<Version> versions) {
        Map<String, Version> byAgency = new HashMap<>();
        versions.forEach(version -> byAgency.put(version.agency(), version));
        return byAgency;
    }
}
