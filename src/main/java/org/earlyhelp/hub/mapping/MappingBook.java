package org.earlyhelp.hub.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;

/**
 * All mappings of the council. A broken file never hides the others, and where an earlier form of it was good,
 * that form goes on. Thread-safe: readers see the old book or the new one, never half of each.
 */
public final class MappingBook {
    /** Beside the mappings: what each must keep to. */
    public static final String SCHEMA = "schema/mapping.json";

    private volatile Map<String, Mapping> mappings = Map.of();
    private volatile List<ConfigFault> faults = List.of();

    /** Reads all {@code *.yaml} of the folder again. Returns this book. */
    public synchronized MappingBook load(Path mappingsDir) {
        List<ConfigFault> found = new ArrayList<>();
        Map<String, Mapping> read = new TreeMap<>();
        String schema = schema(mappingsDir, found);
        for (Path path : schema == null ? List.<Path>of() : files(mappingsDir, found)) {
            String name = path.getFileName().toString().replaceFirst("\\.yaml$", "");
            Checked<Mapping> checked = read(path, name, schema);
            found.addAll(checked.faults());
            checked.asOptional().or(() -> find(name)).ifPresent(mapping -> read.put(name, mapping));
        }
        mappings = schema == null ? mappings : Map.copyOf(read);
        faults = List.copyOf(found);
        return this;
    }

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

    private static Checked<Mapping> read(Path path, String name, String schema) {
        Checked<DeclaredFile> file = DeclaredFile.read(path, schema);
        if (!(file instanceof Checked.Valid<DeclaredFile> valid)) {
            return Checked.faulty(file.faults());
        }
        Checked<Mapping> mapping = Mapping.of(valid.value());
        boolean named = mapping.asOptional().map(good -> good.id().equals(name)).orElse(true);
        return named ? mapping : Checked.faulty(List.of(valid.value().faultAt("/id", "the id must be the file's name, \"" + name + "\"")));
    }

    private static String schema(Path mappingsDir, List<ConfigFault> found) {
        try {
            return Files.readString(mappingsDir.resolve(SCHEMA));
        } catch (IOException e) {
            found.add(ConfigFault.of(mappingsDir.resolve(SCHEMA), 0, "the schema of mappings cannot be read; the mappings stay as they were"));
            return null;
        }
    }

    private static List<Path> files(Path mappingsDir, List<ConfigFault> found) {
        try (Stream<Path> paths = Files.list(mappingsDir)) {
            return paths.filter(path -> path.getFileName().toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            found.add(ConfigFault.of(mappingsDir, 0, "the folder cannot be read"));
            return List.of();
        }
    }
}
