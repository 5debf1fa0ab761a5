package org.earlyhelp.hub.intake.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.earlyhelp.hub.intake.LayoutVersion;
import org.earlyhelp.hub.intake.storage.MappingVersionStore;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.mapping.Mapping;
import org.earlyhelp.hub.mapping.MappingFolder;

/**
 * The folder of layouts as proposals: keeps each changed file for two people to decide on. The first reading of a hub, and every
 * change in a demonstration, comes into force at once. Not thread-safe.
 */
final class ProposedLayouts {
    static final String DEMO = "demo";
    static final String INSTALLATION = "installation";
    private final boolean demo;
    private final MappingVersionStore store;
    private final HubClock clock;

    ProposedLayouts(boolean demo, MappingVersionStore store, HubClock clock) {
        this.demo = demo;
        this.store = store;
        this.clock = clock;
    }

    /** Looks at the folder, in the caller's transaction, and returns what keeps its files from being layouts or proposals. */
    List<ConfigFault> look(MappingFolder folder) {
        List<ConfigFault> faults = new ArrayList<>(folder.faults());
        Map<String, LayoutVersion> standing = byMapping(store.standing());
        Map<String, LayoutVersion> waiting = byMapping(store.waiting());
        folder.layouts().values().forEach(mapping -> look(mapping, standing, waiting.get(mapping.id()), faults));
        folder.faulty().stream().filter(waiting::containsKey).forEach(store::dropWaiting);
        if (folder.readable()) {
            standing.values().stream().filter(version -> !version.removed() && isGone(version, folder)).forEach(version -> lookForGone(version, waiting.get(version.mapping())));
            waiting.values().stream().filter(version -> isGone(version, folder) && !standing.containsKey(version.mapping())).forEach(version -> store.dropWaiting(version.mapping()));
        }
        return List.copyOf(faults);
    }

    private static boolean isGone(LayoutVersion version, MappingFolder folder) {
        return !folder.layouts().containsKey(version.mapping()) && !folder.faulty().contains(version.mapping());
    }

    private void look(Mapping mapping, Map<String, LayoutVersion> standing, LayoutVersion waiting, List<ConfigFault> faults) {
        LayoutVersion before = standing.get(mapping.id());
        String sha256 = MappingFolder.sha256(mapping);
        if (before != null && !before.removed() && before.sha256().equals(sha256)) {
            drop(waiting);
        } else if (demo || standing.isEmpty()) {
            keep(mapping, sha256, demo ? DEMO : INSTALLATION);
        } else if (isUnraised(mapping, before)) {
            drop(waiting);
            faults.add(mapping.file().faultAt("/version", "the layout was changed but is still version " + mapping.version() + "; version " + before.version()
                    + " is in force: make it version " + (before.version() + 1)));
        } else if (waiting == null || waiting.removed() || !waiting.sha256().equals(sha256)) {
            keep(mapping, sha256, null);
        }
    }

    /** A receipt names the version, and that must tell one text. */
    private static boolean isUnraised(Mapping mapping, LayoutVersion before) {
        return before != null && !before.removed() && mapping.version() <= before.version();
    }

    private void keep(Mapping mapping, String sha256, String by) {
        store.keep(mapping.id(), mapping.version(), sha256, mapping.file().text(), by, clock.now());
    }

    private void lookForGone(LayoutVersion before, LayoutVersion waiting) {
        if (waiting == null || !waiting.removed()) {
            store.keep(before.mapping(), before.version(), before.sha256(), null, demo ? DEMO : null, clock.now());
        }
    }

    private void drop(LayoutVersion waiting) {
        if (waiting != null) {
            store.dropWaiting(waiting.mapping());
        }
    }

    private static Map<String, LayoutVersion> byMapping(List<LayoutVersion> versions) {
        return versions.stream().collect(Collectors.toMap(LayoutVersion::mapping, Function.identity()));
    }
}
