package org.earlyhelp.hub.intake.resend;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.alarm.FolderAlarm;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.intake.storage.RestorationStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.HubTask;
import org.earlyhelp.hub.sharing.TaskLifecycle;
import org.earlyhelp.hub.sharing.WokenTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The thread that keeps the journal of arrivals and, after a restore, asks for what is missing until it is there. It names each
 * arrival within a second or so; what that second may lose is covered by the last line of the sheet.
 */
@Component
public class ResendLane extends TaskLifecycle {
    /** After the erasures that a restore repeats, before the doors and the lanes. */
    private static final int EARLY = DEFAULT_PHASE - 8000;
    private static final Logger LOG = LoggerFactory.getLogger(ResendLane.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration SHEETS = Duration.ofSeconds(10);
    private static final Duration TIDY = Duration.ofHours(24);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    /** So long the senders are asked for what the hub cannot know of. */
    static final Duration UNNAMED_ASKED_FOR = Duration.ofDays(14);
    /** Deliveries commit out of order by no more than there are lanes at once. */
    private static final int LOOK_BACK = 500;
    private static final int PORTION = 1000;
    /** Files missing that one look handles: sheets name the others when these have come. */
    private static final int MISSING_LIMIT = 5000;

    private final ArrivalJournal journal;
    private final RestorationStore store;
    private final RestoreDeclaration declaration;
    private final RawReturn raw;
    private final ObjectProvider<SftpFolders> folders;
    private final AgreementBook agreements;
    private final FolderAlarm alarm;
    private final HubClock clock;
    private final WokenTask task = new WokenTask("arrival-journal", STOP_LIMIT, this::round);
    private final Set<String> journalled = new HashSet<>();
    private long upTo;
    private long sheets = System.nanoTime() - SHEETS.toNanos();
    private long tidied = System.nanoTime();
    private boolean failing;

    public ResendLane(ArrivalJournal journal, RestorationStore store, RestoreDeclaration declaration, RawReturn raw, ObjectProvider<SftpFolders> folders,
                      AgreementBook agreements, OperatorAlarms alarms, HubClock clock) {
        this.journal = journal;
        this.store = store;
        this.declaration = declaration;
        this.raw = raw;
        this.folders = folders;
        this.agreements = agreements;
        this.alarm = new FolderAlarm(alarms, clock, "lists of what to send again");
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        declaration.declare();
        if (store.lastArrival() == 0 && store.last().isEmpty()) {
            journal.setAside(HubClock.machineTime());
        }
        journal.tidy(clock.now());
        remember();
        takeAgain();
        super.start();
    }

    @Override
    protected HubTask task() {
        return task;
    }

    @Override
    public int getPhase() {
        return EARLY;
    }

    /** Reads what the journal names already. */
    void remember() {
        journal.read().forEach(file -> journalled.add(file.receipt()));
    }

    /** Names the arrivals since the last look in the journal. */
    void note() {
        List<RestorationStore.Numbered> portion;
        do {
            portion = store.arrivedAfter(Math.max(0, upTo - LOOK_BACK), LOOK_BACK + PORTION);
            Instant oldest = clock.now().minus(Duration.ofDays(ArrivalJournal.DAYS_KEPT));
            journal.add(portion.stream().map(RestorationStore.Numbered::file)
                    .filter(file -> !journalled.contains(file.receipt()) && !file.receivedAt().isBefore(oldest)).toList());
            portion.forEach(one -> journalled.add(one.file().receipt()));
            upTo = portion.isEmpty() ? upTo : Math.max(upTo, portion.get(portion.size() - 1).id());
        } while (portion.size() == LOOK_BACK + PORTION);
        journalled.retainAll(portion.stream().map(one -> one.file().receipt()).collect(Collectors.toSet()));
    }

    /** Strikes out what has come again and writes anew what is still asked for. */
    void ask() {
        store.strikeOut(clock.now());
        SftpFolders homes = folders.getIfAvailable();
        if (homes == null) {
            return;
        }
        Map<String, List<LostFile>> missing = store.missing(MISSING_LIMIT).stream().filter(file -> file.kind() == LostFile.Kind.FILE)
                .collect(Collectors.groupingBy(file -> file.account().toString()));
        Instant unnamed = store.last().filter(last -> clock.now().isBefore(last.declaredAt().plus(UNNAMED_ASKED_FOR))).map(Restoration::knownUntil).orElse(null);
        Set<String> accounts = agreements.agreements().stream().flatMap(agreement -> agreement.accountNames().stream()).collect(Collectors.toCollection(TreeSet::new));
        store.asked().forEach(account -> accounts.add(account.toString()));
        Set<String> shut = new TreeSet<>();
        for (String account : accounts) {
            try {
                ask(homes, account, missing.getOrDefault(account, List.of()), unnamed);
            } catch (UncheckedIOException e) {
                // Nobody else waits for a folder that takes no file.
                shut.add(account);
            }
        }
        alarm.look(shut);
    }

    private static void ask(SftpFolders homes, String account, List<LostFile> files, Instant unnamed) {
        if (files.isEmpty() && unnamed == null) {
            ResendSheet.takeAway(homes.out(account));
        } else if (!files.isEmpty() || Files.isDirectory(homes.home(account))) {
            ResendSheet.write(homes.out(account), ResendSheet.text(files, unnamed));
        }
    }

    private void takeAgain() {
        SftpFolders homes = folders.getIfAvailable();
        if (homes != null) {
            store.strikeOut(clock.now());
            int again = 0;
            List<LostFile> portion = store.missing(MISSING_LIMIT);
            while (!portion.isEmpty()) {
                again += raw.putBack(portion, homes);
                portion = store.missingAfter(portion.get(portion.size() - 1), MISSING_LIMIT);
            }
            if (again > 0) {
                LOG.info("{} files that came after the backup are taken again from their raw copies.", again);
            }
        }
    }

    private Duration round(boolean woken) {
        try {
            note();
            if (System.nanoTime() - sheets >= SHEETS.toNanos()) {
                ask();
                sheets = System.nanoTime();
            }
            if (System.nanoTime() - tidied >= TIDY.toNanos()) {
                journal.tidy(clock.now());
                tidied = System.nanoTime();
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("The journal of arrivals waits ({}); it goes on where it stood.", e.getClass().getSimpleName());
            }
            failing = true;
        }
        return POLL;
    }
}
