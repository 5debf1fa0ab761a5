package org.earlyhelp.hub.sharing;

import java.util.List;
import java.util.Set;

/** Takes a person out of the sharing log while every proof of it stays valid. Thread-safe. */
public interface SharingLogEraser {
    /**
     * Removes what every entry about these people says, with its salt and its key, and keeps its commitment. Appends the
     * ERASED entries that list the indexes, all in one transaction (the caller's, when there is one). An entry that has
     * no index yet is given one first. Nothing happens, and no entry is written, when the log holds nothing about them.
     *
     * @param persons every P- reference the person ever had
     * @param why     plain words without personal data: the request and the law that allows it
     * @param by      the accounts that asked for and confirmed it
     */
    Erased erase(Set<String> persons, String why, List<String> by);

    /** How many entries are about these people, for a dry run. */
    long count(Set<String> persons);

    /**
     * What was done.
     *
     * @param indexes of the entries that were erased, ascending
     * @param entries ids of the ERASED entries; empty when nothing was erased
     */
    record Erased(List<Long> indexes, List<String> entries) {
        public Erased {
            indexes = List.copyOf(indexes);
            entries = List.copyOf(entries);
        }
    }
}
