package org.earlyhelp.hub.mapping;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.earlyhelp.hub.kernel.ConfigFault;

/**
 * All mappings of the council. A broken file never hides the others, and where an earlier form of it was good,
 * that form goes on. Thread-safe: readers see the old book or the new one, never half of each.
 */
public final class MappingBook {
    /** Beside the mappings: what each must keep to. */
    public static final String SCHEMA = MappingFolder.SCHEMA;

    private volatile Map<String, Mapping> mappings = Map.of();
    private volatile List<ConfigFault> faults = List.of();

    /** Takes over all {@code *.yaml} of the folder at once. Returns this book. */
    public synchronized MappingBook load(Path mappingsDir) {
        MappingFolder folder = MappingFolder.read(mappingsDir);
        Map<String, Mapping> read = new TreeMap<>(folder.layouts());
        folder.faulty().forEach(id -> find(id).ifPresent(former -> read.put(id, former)));
        mappings = folder.readable() || mappings.isEmpty() ? Map.copyOf(read) : mappings;
        faults = folder.faults();
        return this;
    }

    /** Holds exactly these from now on. */
    public synchronized void adopt(Collection<Mapping> standing) {
        Map<String, Mapping> read = new TreeMap<>();
        standing.forEach(mapping -> read.put(mapping.id(), mapping));
        mappings = Map.copyOf(read);
    }

    /** Notes what is wrong in the folder. */
    public void note(List<ConfigFault> found) {
        faults = List.copyOf(found);
    }

    /** The layout in force under that name. */
    public Optional<Mapping> find(String id) {
        return Optional.ofNullable(mappings.get(id));
    }

    /** All mappings, by id. */
    public List<Mapping> all() {
        return mappings.values().stream().sorted(Comparator.comparing(Mapping::id)).toList();
    }

    /** What is wrong in the folder, of all files at once; empty when all is well. */
    public List<ConfigFault> faults() {
        return faults;
    }
}
