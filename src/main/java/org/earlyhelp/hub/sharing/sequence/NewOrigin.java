package org.earlyhelp.hub.sharing.sequence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.earlyhelp.hub.sharing.SideJournal;
import org.earlyhelp.hub.sharing.DeclaredOrigin;
import org.earlyhelp.hub.sharing.storage.OriginTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets two people have the log go on after an earlier state of the database was restored: under a new name, with a first entry
 * that commits to what was signed last and names the entries that are lost. Thread-safe.
 */
@Component
public class NewOrigin {
    /** Most characters of the reason. */
    public static final int REASON_LIMIT_CHARACTERS = 500;
    private static final int RANDOM_BYTES = 4;

    private final LogSequencer sequencer;
    private final OriginTable table;
    private final DisclosureDesk desk;
    private final SideJournal journal;
    private final HubClock clock;
    private final TransactionTemplate transaction;

    public NewOrigin(LogSequencer sequencer, OriginTable table, DisclosureDesk desk, SideJournal journal, HubClock clock, PlatformTransactionManager transactions) {
        this.sequencer = sequencer;
        this.table = table;
        this.desk = desk;
        this.journal = journal;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether there is anything to declare. */
    public boolean isNeeded() {
        return sequencer.behind().isPresent();
    }

    /** What waits for a second person. */
    public Optional<DeclaredOrigin> waiting() {
        return isNeeded() ? table.waiting() : Optional.empty();
    }

    /** Declares it, in the place of an earlier declaration that nobody confirmed. Answers false, and does nothing, when nothing is to be declared or no reason is given. */
    public boolean declare(String by, String reason) {
        Optional<LogBehind> behind = sequencer.behind();
        if (behind.isEmpty() || reason.isBlank() || reason.length() > REASON_LIMIT_CHARACTERS) {
            return false;
        }
        String previous = sequencer.origin();
        String fresh = previous.replaceAll("/[^/]*$", "") + "/" + java.util.HexFormat.of().formatHex(Ids.randomBytes(RANDOM_BYTES));
        Instant now = HubClock.machineTime().truncatedTo(ChronoUnit.MICROS);
        DeclaredOrigin declared = new DeclaredOrigin(fresh, previous, behind.get().agreed(), behind.get().known().size(), behind.get().known().root().base64(), reason.strip(), by, now);
        transaction.executeWithoutResult(one -> table.declare(declared));
        return true;
    }

    /** Confirms what another declared; the log goes on at once. Answers false, and does nothing, for the same person or when it no longer waits. */
    public boolean confirm(String by, String origin) {
        Optional<DeclaredOrigin> declared = waiting().filter(one -> one.origin().equals(origin));
        boolean confirmed = declared.isPresent() && Boolean.TRUE.equals(transaction.execute(one -> confirmed(by, declared.get())));
        if (confirmed) {
            sequencer.goOnAs(origin);
            journal.close(origin);
        }
        return confirmed;
    }

    private boolean confirmed(String by, DeclaredOrigin declared) {
        if (!table.confirm(declared.origin(), by, HubClock.machineTime().truncatedTo(ChronoUnit.MICROS))) {
            return false;
        }
        Map<String, String> detail = new TreeMap<>(Map.of("what", "NEW_LOG_ORIGIN", "origin", declared.origin(), "previousOrigin", declared.previous(),
                "signedSize", String.valueOf(declared.knownSize()), "signedRoot", declared.knownRoot(), "lostFrom", String.valueOf(declared.agreed()),
                "lostTo", String.valueOf(declared.knownSize() - 1), "declaredBy", declared.declaredBy(), "confirmedBy", by, "reason", declared.reason()));
        detail.put("sideJournal", journal.digest());
        desk.note(List.of(new Act(ActKind.CORRECTED, null, Recipient.role("ig", by), Purpose.GOVERNANCE, null, Set.of(), Set.of(), detail)));
        return true;
    }
}
