package org.earlyhelp.hub.alert.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.earlyhelp.hub.alert.desk.OutcomeFilled;
import org.earlyhelp.hub.alert.storage.OutcomeFileStore;
import org.earlyhelp.hub.alert.storage.OutcomeFileStore.OutcomeFile;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.alarm.FolderAlarm;
import org.earlyhelp.hub.intake.alarm.OperatorAlarms;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.HubTask;
import org.earlyhelp.hub.sharing.TaskLifecycle;
import org.earlyhelp.hub.sharing.WokenTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Writes outcomes and their recalls to the {@code /out/} of the account that referred: whole or not at all, and the same file if it is done twice, so
 * a crash loses nothing. Without an SFTP server of our own the outcomes wait in their table.
 */
@Component
public class OutcomeFileWriter extends TaskLifecycle {
    private static final Duration POLL = Duration.ofSeconds(30);
    private static final int PORTION_FILES = 50;
    private final OutcomeFileStore store;
    private final ObjectProvider<SftpFolders> folders;
    private final FolderAlarm alarm;
    private final HubClock clock;
    private final WokenTask task = WokenTask.of("outcomes for referring agencies", POLL, this::write);

    public OutcomeFileWriter(OutcomeFileStore store, ObjectProvider<SftpFolders> folders, OperatorAlarms alarms, HubClock clock) {
        this.store = store;
        this.folders = folders;
        this.alarm = new FolderAlarm(alarms, clock, "outcomes");
        this.clock = clock;
    }

    /** Begins to write at once instead of at the next look. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    public void on(OutcomeFilled news) {
        task.wake();
    }

    @Override
    protected HubTask task() {
        return task;
    }

    private boolean write() {
        SftpFolders homes = folders.getIfAvailable();
        if (homes == null) {
            return false;
        }
        Set<String> shut = new TreeSet<>();
        UncheckedIOException failed = null;
        for (List<OutcomeFile> files = store.unwritten(PORTION_FILES, shut); !files.isEmpty(); files = store.unwritten(PORTION_FILES, shut)) {
            for (OutcomeFile file : files) {
                String account = file.account().toString();
                try {
                    if (!shut.contains(account)) {
                        write(homes.out(account), file);
                        store.written(file.entry(), clock.now());
                    }
                } catch (UncheckedIOException e) {
                    // Nobody else waits for a folder that takes no file.
                    shut.add(account);
                    failed = e;
                }
            }
        }
        alarm.look(shut);
        if (failed != null) {
            throw failed;
        }
        return false;
    }

    private static void write(Path folder, OutcomeFile file) {
        try {
            Files.createDirectories(folder);
            Path part = folder.resolve("." + file.entry() + ".part");
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(file.body().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(part, folder.resolve(file.name()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
