package org.earlyhelp.hub.intake;

import java.time.Instant;
import java.util.List;

/**
 * News inside the transaction that undoes a file, before anything of it is changed: who is linked to these records can still
 * be asked, and whoever was told since the file came is told that it was a mistake.
 *
 * @param file    receipt of the file
 * @param recall  receipt of the recall
 * @param since   when the file came
 * @param records ids of the records that the file was the last to change
 */
public record FileRecalled(String agency, String feed, String file, String recall, Instant since, List<Long> records) {
    public FileRecalled {
        records = List.copyOf(records);
    }
}
