package org.earlyhelp.hub.intake.resend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.earlyhelp.hub.intake.storage.RestorationStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Declares a restore at the first start after it: an entry in the sharing log, a row for the pages, and the files that came
 * since the backup noted as missing, all in one transaction. Done twice it is done once.
 */
@Component
class RestoreDeclaration {
    private static final int PORTION = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(RestoreDeclaration.class);
    private final HubSettings settings;
    private final ArrivalJournal journal;
    private final RestorationStore store;
    private final DisclosureDesk desk;
    private final HubClock clock;
    private final TransactionTemplate transaction;

    RestoreDeclaration(HubSettings settings, ArrivalJournal journal, RestorationStore store, DisclosureDesk desk, HubClock clock, TransactionTemplate transaction) {
        this.settings = settings;
        this.journal = journal;
        this.store = store;
        this.desk = desk;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Declares what a restore left to declare; nothing happens without one. */
    void declare() {
        Optional<RestoreNote> left = RestoreNote.in(settings.dataDir());
        left.ifPresent(note -> {
            List<LostFile> journalled = journal.read();
            List<LostFile> missing = wanted(unknown(journalled));
            Instant knownUntil = journalled.isEmpty() ? note.backupAt() : journalled.get(journalled.size() - 1).receivedAt();
            transaction.executeWithoutResult(status -> declare(note, missing, knownUntil));
            RestoreNote.takeAway(settings.dataDir());
            LOG.warn("This hub was put back from the backup of {}. {} files that came since are taken again or asked for in {}.",
                    note.backupAt(), missing.size(), ResendSheet.FILE);
        });
    }

    private void declare(RestoreNote note, List<LostFile> missing, Instant knownUntil) {
        if (store.keep(new Restoration(note.id(), note.backupAt(), note.restoredAt(), note.by(), note.reason(), knownUntil, clock.now(), missing.size()))) {
            long last = store.lastArrival();
            missing.forEach(file -> store.miss(file, last));
            desk.note(List.of(new Act(ActKind.CORRECTED, null, Recipient.role("operator", note.by()), Purpose.OPERATION, null, Set.of(), Set.of(),
                    Map.of("what", "RESTORED_FROM_BACKUP", "backupAt", note.backupAt().toString(), "restoredAt", note.restoredAt().toString(),
                            "filesMissing", String.valueOf(missing.size()), "reason", note.reason()))));
        }
    }

    /**
     * What must come again. A file and the recall that undid it are both left out when both are lost, as are a recall that undid
     * nothing and checksums: what is put back is known by its content.
     */
    static List<LostFile> wanted(List<LostFile> unknown) {
        Set<String> lost = unknown.stream().map(LostFile::receipt).collect(Collectors.toSet());
        Set<String> undone = unknown.stream().map(LostFile::target).filter(Objects::nonNull).collect(Collectors.toSet());
        return unknown.stream().filter(one -> switch (one.kind()) {
            case FILE -> !undone.contains(one.receipt());
            case RECALL -> one.target() != null && !lost.contains(one.target());
            case CHECKSUM -> false;
        }).toList();
    }

    private List<LostFile> unknown(List<LostFile> journalled) {
        List<LostFile> unknown = new ArrayList<>();
        for (int from = 0; from < journalled.size(); from += PORTION) {
            List<LostFile> portion = journalled.subList(from, Math.min(from + PORTION, journalled.size()));
            Set<String> known = store.known(portion.stream().map(LostFile::receipt).toList());
            portion.stream().filter(file -> !known.contains(file.receipt())).forEach(unknown::add);
        }
        return unknown;
    }
}
