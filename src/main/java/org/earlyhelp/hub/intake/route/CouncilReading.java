package org.earlyhelp.hub.intake.route;

import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.intake.layout.LayoutVersions;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.mapping.MappingBook;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.AgreementRefresh;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads {@code mappings/} and {@code agreements/} again while the hub runs, and tells of each fault once. A changed file is a
 * proposal; what becomes of a changed agreement is the sharing room's to say. Thread-safe.
 */
@Component
public class CouncilReading {
    private static final Logger LOG = LoggerFactory.getLogger(CouncilReading.class);
    private final MappingBook mappings;
    private final AgreementBook agreements;
    private final AgreementRefresh reading;
    private final LayoutVersions layouts;
    private List<String> told = List.of();

    public CouncilReading(MappingBook mappings, AgreementBook agreements, AgreementRefresh reading, LayoutVersions layouts) {
        this.mappings = mappings;
        this.agreements = agreements;
        this.reading = reading;
        this.layouts = layouts;
    }

    /** Brings both books up to date. Never throws for what a file holds: what was good in it goes on. */
    public synchronized void refresh() {
        layouts.refresh();
        reading.refresh();
        List<String> found = new ArrayList<>();
        found.addAll(named("mappings", mappings.faults()));
        found.addAll(named("agreements", agreements.faults()));
        found.stream().filter(fault -> !told.contains(fault)).forEach(fault -> LOG.warn("{}; its last good form and the others go on", fault));
        told = found;
    }

    private static List<String> named(String folder, List<ConfigFault> faults) {
        return faults.stream().map(fault -> folder + "/" + fault).toList();
    }
}
