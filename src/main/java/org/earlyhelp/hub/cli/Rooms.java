package org.earlyhelp.hub.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.earlyhelp.hub.intake.route.RouteTrial;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.need.engine.RuleTrial;
import org.earlyhelp.hub.sharing.AgreementBook;

/**
 * What the verbs need from the rooms without a running hub: who finds faults in the council's folders, and who tries a file
 * against a feed's mapping.
 */
record Rooms(List<FolderCheck> folders, FeedTrial trial) {
    /** The four folders that a council edits, each with the room that reads it. */
    static Rooms ofThisHub() {
        return new Rooms(List.of(new FolderCheck("routes", RouteTrial::faults),
                new FolderCheck("mappings", MappingsCheck::faults),
                new FolderCheck("rules", RuleTrial::faults),
                new FolderCheck("agreements", Rooms::faultsOfAgreements)), new AgreedFeedTrial());
    }

    /**
     * One folder of council files, below the configuration folder, and the room that can say what is wrong in it: all
     * faults at once. The room is asked only when the folder is there.
     */
    record FolderCheck(String folder, Function<Path, List<ConfigFault>> room) {
        List<ConfigFault> faults(Path path) {
            return room.apply(path);
        }
    }

    private static List<ConfigFault> faultsOfAgreements(Path folder) {
        AgreementBook book = new AgreementBook();
        book.load(folder);
        return book.faults();
    }
}
