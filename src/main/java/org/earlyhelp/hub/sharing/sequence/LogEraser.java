package org.earlyhelp.hub.sharing.sequence;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.SharingLogEraser;
import org.earlyhelp.hub.sharing.log.ErasedIndexes;
import org.earlyhelp.hub.sharing.storage.ErasureTable;
import org.earlyhelp.hub.sharing.storage.ErasureTable.About;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases entries and states it. An ERASED entry holds, beside the indexes, a digest of what stays in the clear of each, so
 * that a later change of those columns is found out although nothing else vouches for them any more.
 */
@Component
public class LogEraser implements SharingLogEraser {
    /** Beside the indexes: for each, in their order, the digest of the columns that stay. */
    public static final String KEPT = "kept";
    /** Entries about the person may be written while others are sequenced; more often than this nobody looks at one person. */
    private static final int TRIES = 10;
    private static final int ENTRIES_A_STATEMENT = 1_000;

    private final ErasureTable table;
    private final LogSequencer sequencer;
    private final DisclosureDesk desk;
    private final TransactionTemplate transaction;

    public LogEraser(ErasureTable table, LogSequencer sequencer, DisclosureDesk desk, PlatformTransactionManager transactions) {
        this.table = table;
        this.sequencer = sequencer;
        this.desk = desk;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Erased erase(Set<String> persons, String why, List<String> by) {
        return transaction.execute(status -> {
            List<About> entries = placed(persons);
            List<String> ids = new ArrayList<>();
            for (int from = 0; from < entries.size(); from += ENTRIES_A_STATEMENT) {
                List<About> some = entries.subList(from, Math.min(from + ENTRIES_A_STATEMENT, entries.size()));
                table.erase(some.stream().map(About::ordinal).toList());
                ids.addAll(desk.note(List.of(statement(some, why, by))));
            }
            return new Erased(entries.stream().map(About::index).toList(), ids);
        });
    }

    @Override
    public long count(Set<String> persons) {
        return table.count(persons);
    }

    /** All entries about them, each with its place. Throws IllegalStateException when one does not get one, as when the log is stopped. */
    private List<About> placed(Set<String> persons) {
        for (int tried = 0; tried < TRIES; tried++) {
            List<About> entries = table.about(persons);
            if (entries.stream().allMatch(entry -> entry.index() != null)) {
                return entries;
            }
            sequencer.sequence();
        }
        throw new IllegalStateException("entries about the person have no place in the log yet: was one written in this same transaction?");
    }

    private static Act statement(List<About> entries, String why, List<String> by) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        entries.forEach(entry -> kept.writeBytes(entry.columns().withoutPerson().digest()));
        Map<String, String> detail = Map.of(ErasedIndexes.FIELD, ErasedIndexes.of(entries.stream().map(About::index).toList()).text(),
                KEPT, Base64.getEncoder().encodeToString(kept.toByteArray()), "why", why, "by", String.join(", ", by));
        return new Act(ActKind.ERASED, null, null, Purpose.GOVERNANCE, null, Set.of(), Set.of(), detail);
    }
}
