package org.earlyhelp.hub.embedded.backup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.embedded.storage.SchemaCopy;

/**
 * What a backup holds: names, counts and check sums, nothing of a person.
 *
 * @param format        {@value #FORMAT}
 * @param takenAt       by the machine's clock
 * @param destroyBy     the day after which it is not to be kept any more
 * @param schema        the migrations that the database had had
 * @param tables        each after those it refers to
 * @param sequences     the last number each has given
 * @param signedEntries entries of the sharing log under a signed checkpoint
 * @param files         the data folder's files, database, broker and logs left out
 * @param keys          marks of the keys that were in the key folder, by file name; a mark tells nothing of its key
 * @param erasures      lines of the ledger of erasures
 */
record Manifest(String format, Instant takenAt, LocalDate destroyBy, List<SchemaCopy.Migration> schema, List<TablePart> tables,
                Map<String, Long> sequences, long signedEntries, Part files, Map<String, String> keys, long erasures) {
    static final String FORMAT = "early-help-hub-backup.v1";

    /** A sealed file of the backup; {@code sha256} of its bytes as they lie there. */
    record Part(String file, long bytes, String sha256) {
    }

    record TablePart(String table, List<String> columns, long rows, Part part) {
    }

    long rows() {
        return tables.stream().mapToLong(TablePart::rows).sum();
    }

    long bytes() {
        return tables.stream().mapToLong(table -> table.part().bytes()).sum() + files.bytes();
    }
}
