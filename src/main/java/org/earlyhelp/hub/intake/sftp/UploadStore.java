package org.earlyhelp.hub.intake.sftp;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.intake.LaneFile;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.UploadClosed;
import org.earlyhelp.hub.intake.UploadCut;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where uploads live on disk. Bytes go into a hidden file; a clean close makes them durable and puts the file into its
 * lane in one step, so that the hub never sees a half file. The agency keeps seeing the file under its own name until
 * the hub has dealt with it: both names are links to one file, and a later upload of the same name makes a new one.
 */
final class UploadStore {
    private static final Logger LOG = LoggerFactory.getLogger(UploadStore.class);
    private final SftpFolders folders;
    private final HubClock clock;
    private final Consumer<Object> news;
    private final UploadRight right;

    UploadStore(SftpFolders folders, HubClock clock, Consumer<Object> news, UploadRight right) {
        this.folders = folders;
        this.clock = clock;
        this.news = news;
        this.right = right;
    }

    /** Begins an upload; {@code resume} keeps what a partial file of that name already holds. */
    Upload begin(AccountName account, UploadPath target, boolean resume) throws IOException {
        Path hidden = folders.incoming().resolve(Ids.ulid(clock));
        Path visible = visible(account, target);
        boolean resumes = resume && target.isPartial() && Files.exists(visible) && Files.size(visible) > 0;
        Doorkeeper.Claim claim = right.claim(account, target, resumes);
        try {
            if (resumes) {
                Files.copy(visible, hidden);
            }
            return new Upload(FileChannel.open(hidden, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE), hidden, target, claim);
        } catch (IOException e) {
            claim.giveBack();
            Files.deleteIfExists(hidden);
            throw UploadRefused.byDisk(e);
        }
    }

    /** Ends an upload that the client closed itself: durable first, then visible, then announced. */
    void close(AccountName account, Upload upload) throws IOException {
        if (!upload.isWhole()) {
            cut(account, upload);
            throw upload.refusal();
        }
        try {
            upload.force();
            upload.close();
            place(account, upload);
        } catch (IOException e) {
            upload.close();
            Files.deleteIfExists(upload.hidden());
            throw UploadRefused.byDisk(e);
        } finally {
            upload.claim().giveBack();
        }
    }

    private void place(AccountName account, Upload upload) throws IOException {
        UploadPath target = upload.target();
        Path visible = visible(account, target);
        if (!target.isPartial()) {
            intoLane(account, target, upload.hidden());
        }
        upload.claim().keep(upload.broughtBytes());
        Files.move(upload.hidden(), visible, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Ends an upload whose connection broke off. A partial name keeps its bytes, so that the sender can resume. */
    void cut(AccountName account, Upload upload) throws IOException {
        UploadPath target = upload.target();
        try {
            upload.close();
            if (target.isPartial() && upload.isWhole()) {
                Files.move(upload.hidden(), visible(account, target), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                upload.claim().keep(upload.broughtBytes());
            } else {
                Files.deleteIfExists(upload.hidden());
            }
        } finally {
            upload.claim().giveBack();
        }
        if (!target.isPartial()) {
            tell(new UploadCut(account.agency(), account.sender(), target.feed(), target.name(), upload.extentBytes(), target.test()));
        }
    }

    /** Gives a partial file its final name: from now on the hub sees it. */
    void rename(AccountName account, UploadPath from, UploadPath to) throws IOException {
        Path source = visible(account, from);
        if (!Files.isRegularFile(source)) {
            throw new NoSuchFileException(from.name());
        }
        if (!to.isPartial()) {
            intoLane(account, to, source);
        }
        Files.move(source, visible(account, to), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    Path visible(AccountName account, UploadPath target) {
        Path folder = target.test() ? folders.inTest(account.toString(), target.feed()) : folders.in(account.toString(), target.feed());
        return folder.resolve(target.name());
    }

    private void intoLane(AccountName account, UploadPath target, Path file) throws IOException {
        Path lane = folders.lane(account.agency(), target.feed());
        Path entry = lane.resolve(new LaneFile(Ids.ulid(clock), target.test(), account.sender(), target.name()).fileName());
        Files.createLink(entry, file);
        try (FileChannel folder = FileChannel.open(lane)) {
            folder.force(true);
        }
        tell(new UploadClosed(account.agency(), target.feed()));
    }

    /** That something cannot be told must not break the session: a file in its lane is found without it, and a cut one was not confirmed. */
    private void tell(Object event) {
        try {
            news.accept(event);
        } catch (RuntimeException e) {
            LOG.warn("an upload's end could not be told ({}); the files are as they should be", e.getClass().getSimpleName());
        }
    }
}
