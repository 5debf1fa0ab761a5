package org.earlyhelp.hub.mapping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;

/**
 * One reading of {@code mappings/}.
 *
 * @param layouts  the files in order, by id
 * @param faulty   the ids of files that are there and have faults
 * @param faults   of the folder and of all files
 * @param readable false when the folder or its schema could not be read: then what is not in {@code layouts} may be there all the same
 */
public record MappingFolder(SortedMap<String, Mapping> layouts, List<String> faulty, List<ConfigFault> faults, boolean readable) {
    /** Beside the mappings: what each must keep to. */
    public static final String SCHEMA = "schema/mapping.json";
    private static final String ENDING = ".yaml";

    /** Reads every file by the schema; all faults at once, never an exception. */
    public static MappingFolder read(Path folder) {
        List<ConfigFault> faults = new ArrayList<>();
        SortedMap<String, Mapping> layouts = new TreeMap<>();
        List<String> faulty = new ArrayList<>();
        String schema = schema(folder, faults);
        List<Path> files = schema == null ? List.of() : files(folder, faults);
        for (Path path : files == null ? List.<Path>of() : files) {
            String name = path.getFileName().toString().replaceFirst("\\.yaml$", "");
            Checked<Mapping> checked = read(path, name, schema);
            faults.addAll(checked.faults());
            checked.asOptional().ifPresentOrElse(mapping -> layouts.put(name, mapping), () -> faulty.add(name));
        }
        return new MappingFolder(layouts, List.copyOf(faulty), List.copyOf(faults), schema != null && files != null);
    }

    /** A layout whose text was checked before. */
    public static Checked<Mapping> kept(String id, String text) {
        return DeclaredFile.parse(Path.of(id + ENDING), text, null) instanceof Checked.Valid<DeclaredFile> file ? Mapping.of(file.value())
                : Checked.faulty(DeclaredFile.parse(Path.of(id + ENDING), text, null).faults());
    }

    /** Of the text as the file has it, in lower-case hexadecimal. */
    public static String sha256(Mapping mapping) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(mapping.file().text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
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

    private static String schema(Path folder, List<ConfigFault> faults) {
        try {
            return Files.readString(folder.resolve(SCHEMA));
        } catch (IOException e) {
            faults.add(ConfigFault.of(folder.resolve(SCHEMA), 0, "the schema of mappings cannot be read; the mappings stay as they were"));
            return null;
        }
    }

    private static List<Path> files(Path folder, List<ConfigFault> faults) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.getFileName().toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException e) {
            faults.add(ConfigFault.of(folder, 0, "the folder cannot be read"));
            return null;
        }
    }
}
