package org.earlyhelp.hub.sharing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;

/**
 * One reading of {@code agreements/}.
 *
 * @param files    by agency, faulty ones too
 * @param faults   of the folder and of all files
 * @param readable false when folder or schemas could not be read: then what is not in {@code files} may be there all the same
 */
public record AgreementFolder(SortedMap<String, AgreementFile> files, List<ConfigFault> faults, boolean readable) {
    private static final Map<Boolean, String> SCHEMAS = Map.of(true, "borough.json", false, "agreement.json");

    /** Reads every file by its schema; all faults at once, never an exception. */
    public static AgreementFolder read(Path folder) {
        List<ConfigFault> faults = new ArrayList<>();
        Optional<String> forBorough = schema(folder, true, faults);
        Optional<String> forAgency = schema(folder, false, faults);
        Optional<List<Path>> paths = paths(folder, faults);
        SortedMap<String, AgreementFile> files = new TreeMap<>();
        Map<String, String> idsTaken = new HashMap<>();
        for (Path path : paths.orElse(List.of())) {
            (isBorough(path) ? forBorough : forAgency).map(schema -> file(path, schema, idsTaken)).ifPresent(file -> files.put(file.agency(), file));
        }
        files.values().forEach(file -> faults.addAll(file.faults()));
        if (paths.isPresent() && !files.containsKey(Borough.AGENCY) && forBorough.isPresent()) {
            faults.add(new ConfigFault(AgreementBook.BOROUGH_FILE, 0, "the file cannot be read (NoSuchFileException)"));
        }
        return new AgreementFolder(files, List.copyOf(faults), paths.isPresent() && forBorough.isPresent() && forAgency.isPresent());
    }

    /**
     * Whether two looks at a folder found the same: of the names and texts of all files and schemas. Reading them is cheap, checking
     * hundreds of them by schema every few seconds is not. Empty when the folder cannot be read.
     */
    public static Optional<String> fingerprint(Path folder) {
        try (Stream<Path> files = Stream.concat(Files.list(folder), Files.list(folder.resolve("schema")))) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] text = Files.readAllBytes(file);
                digest.update((file.getFileName() + "\n" + text.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(text);
            }
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AgreementFile file(Path path, String schema, Map<String, String> idsTaken) {
        Checked<DeclaredFile> read = DeclaredFile.read(path, schema);
        AgreementFile file = AgreementFile.of(AgreementFile.agencyOf(path), read);
        String name = path.getFileName().toString();
        return read.asOptional().map(declared -> {
            String id = declared.root().path("id").asString();
            String other = idsTaken.putIfAbsent(id, name);
            return other == null ? file : file.alsoFaulty(declared.faultAt("/id", "the agreement " + id + " is already in " + other));
        }).orElse(file);
    }

    private static boolean isBorough(Path path) {
        return path.getFileName().toString().equals(AgreementBook.BOROUGH_FILE);
    }

    private static Optional<List<Path>> paths(Path folder, List<ConfigFault> faults) {
        try (Stream<Path> entries = Files.list(folder)) {
            return Optional.of(entries.filter(path -> path.getFileName().toString().endsWith(".yaml")).sorted().toList());
        } catch (IOException e) {
            faults.add(ConfigFault.of(folder, 0, "the folder cannot be read (" + e.getClass().getSimpleName() + ")"));
            return Optional.empty();
        }
    }

    private static Optional<String> schema(Path folder, boolean ofBorough, List<ConfigFault> faults) {
        String name = SCHEMAS.get(ofBorough);
        try {
            return Optional.of(Files.readString(folder.resolve("schema").resolve(name)));
        } catch (IOException e) {
            faults.add(new ConfigFault("schema/" + name, 0, "the schema cannot be read; agreements stay as they were"));
            return Optional.empty();
        }
    }
}
