package org.earlyhelp.hub.cli;

import java.nio.file.Path;
import java.util.List;
import org.earlyhelp.hub.kernel.ConfigFault;

/**
 * What the verbs need from the rooms without a running hub: who finds faults in the council's folders, and who tries a file
 * against a feed's mapping.
 */
record Rooms(List<FolderCheck> folders, FeedTrial trial) {
    /** The four folders that a council edits, each with the room that reads it. */
    static Rooms ofThisHub() {
        return new Rooms(List.of(new YamlFolder("routes"), new YamlFolder("mappings"), new YamlFolder("rules"), new YamlFolder("agreements")), FeedTrial.none());
    }

    /** One folder of council files and the room that can say what is wrong in it. */
    interface FolderCheck {
        /** {@code mappings}: below the configuration folder. */
        String folder();

        /** All faults at once; {@code folder} is the folder itself. */
        List<ConfigFault> faults(Path folder);
    }
}
