package org.earlyhelp.hub.embedded.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.PrivateFiles;
import org.earlyhelp.hub.kernel.StartFailure;

/** Which keys a backup cannot do without, told by marks that nobody can turn back into keys. */
final class KeyMarks {
    private static final String ENDING = ".key";
    /** Keys under other names: for which senders encrypt, and by which they know the server. */
    private static final Set<String> OTHER_KEYS = Set.of("files.pgp", "sftp_host_key");
    private static final String LEDGER = "erasures.jsonl";
    private static final String RESTORES = "restores";
    private static final int MARK_BYTES = 8;

    private KeyMarks() {
    }

    static Map<String, String> of(Path keyDir) throws IOException {
        Map<String, String> marks = new TreeMap<>();
        try (Stream<Path> files = Files.list(keyDir)) {
            for (Path file : files.filter(Files::isRegularFile).filter(KeyMarks::isKey).toList()) {
                byte[] mark = BackupFolder.mac(Files.readAllBytes(file), "mark of a key");
                marks.put(file.getFileName().toString(), HexFormat.of().formatHex(Arrays.copyOf(mark, MARK_BYTES)));
            }
        }
        return marks;
    }

    private static boolean isKey(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING) || OTHER_KEYS.contains(name);
    }

    /** Lines of the ledger of erasures; 0 without one. */
    static long erasures(Path keyDir) throws IOException {
        Path ledger = keyDir.resolve(LEDGER);
        if (!Files.exists(ledger)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(ledger)) {
            return lines.count();
        }
    }

    /** Counts one more restore in the key folder, where no backup forgets it; returns how many there were with it. */
    static int countRestore(Path keyDir) throws IOException {
        Path file = keyDir.resolve(RESTORES);
        int count = Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) + 1 : 1;
        PrivateFiles.write(file, count + "\n");
        return count;
    }

    /** Throws StartFailure, naming every file, when the key folder lacks a key of then or has another, or its ledger is older. */
    static void require(Manifest manifest, Path keyDir) throws IOException {
        Map<String, String> now = of(keyDir);
        List<String> wrong = manifest.keys().entrySet().stream().filter(key -> !key.getValue().equals(now.get(key.getKey())))
                .map(key -> key.getKey() + (now.containsKey(key.getKey()) ? " (is another key)" : " (is missing)")).toList();
        if (!wrong.isEmpty()) {
            throw new StartFailure("The key folder " + keyDir + " does not fit the backup: " + String.join(", ", wrong) + ". Put it back from its own backup first.");
        }
        if (erasures(keyDir) < manifest.erasures()) {
            throw new StartFailure(LEDGER + " in " + keyDir + " is older than the backup: people who were erased would come back. Put its newest copy back first.");
        }
    }
}
