package org.earlyhelp.hub.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;

/** The least that holds for every council folder: it is there, and each file in it is readable YAML. */
record YamlFolder(String folder) implements Rooms.FolderCheck {
    private static final String ANY = "{}";

    @Override
    public List<ConfigFault> faults(Path folder) {
        List<ConfigFault> faults = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".yaml")).sorted()
                    .forEach(file -> faults.addAll(DeclaredFile.read(file, ANY).faults()));
        } catch (IOException e) {
            faults.add(ConfigFault.of(folder, 0, "the folder cannot be read"));
        }
        return faults;
    }
}
