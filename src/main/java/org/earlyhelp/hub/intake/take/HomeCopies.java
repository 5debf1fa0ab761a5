package org.earlyhelp.hub.intake.take;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.receipt.ReceiptWriter;
import org.earlyhelp.hub.intake.storage.DeliveryLists;
import org.earlyhelp.hub.intake.storage.DeliveryStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.erasure.CopyKeeper;
import org.earlyhelp.hub.sharing.erasure.TraceSearch;
import org.earlyhelp.hub.sharing.erasure.Traces;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Clears the folders that agencies see, and those in which files are on their way. Senders name files after people now and
 * then: such a name goes too, and the receipt is written anew under a plain one.
 */
@Component
class HomeCopies implements CopyKeeper {
    private static final int AFTER_RAW_FILES = 30;
    /** A file that lies longer where files are on their way is left over. */
    private static final Duration ON_ITS_WAY = Duration.ofHours(1);
    private static final String PLAIN_NAME = "name-erased";
    private final ObjectProvider<SftpFolders> folders;
    private final DeliveryStore deliveries;
    private final DeliveryLists lists;
    private final ReceiptWriter receipts;

    HomeCopies(ObjectProvider<SftpFolders> folders, DeliveryStore deliveries, DeliveryLists lists, ReceiptWriter receipts) {
        this.folders = folders;
        this.deliveries = deliveries;
        this.lists = lists;
        this.receipts = receipts;
    }

    @Override
    public String name() {
        return "files in the agencies' folders";
    }

    @Override
    public int order() {
        return AFTER_RAW_FILES;
    }

    @Override
    public Cleared clear(Traces traces) {
        TraceSearch search = new TraceSearch(traces);
        List<Delivery> named = lists.notNamed(PLAIN_NAME).stream().filter(delivery -> search.isIn(delivery.fileName())).toList();
        named.forEach(delivery -> deliveries.rename(delivery.id(), PLAIN_NAME));
        Cleared cleared = sweep(search);
        named.forEach(delivery -> receipts.write(deliveries.find(delivery.receipt()).orElseThrow()));
        return cleared;
    }

    private Cleared sweep(TraceSearch search) {
        SftpFolders homes = folders.getIfAvailable();
        if (homes == null || !Files.isDirectory(homes.root())) {
            return Cleared.all(0);
        }
        long gone = 0;
        String waits = null;
        try (Stream<Path> files = Files.walk(homes.root())) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !isMadeUp(homes, file)).toList()) {
                if (!tells(file, search)) {
                    continue;
                }
                if (isOnItsWay(homes, file)) {
                    waits = "A file is on its way in; it is looked at again once it is dealt with.";
                } else if (Files.deleteIfExists(file)) {
                    gone++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the agencies' folders cannot be read", e);
        }
        return new Cleared(gone, waits);
    }

    private static boolean tells(Path file, TraceSearch search) throws IOException {
        if (search.isIn(file.getFileName().toString())) {
            return true;
        }
        try (InputStream content = Files.newInputStream(file)) {
            return search.isIn(content);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** The samples under {@code /help/} are of nobody. */
    private static boolean isMadeUp(SftpFolders homes, Path file) {
        return homes.root().relativize(file).toString().matches("homes/[^/]+/help/.*");
    }

    /** Receipts and outcomes are ours; anything else is a sender's, and young ones are still being taken. */
    private static boolean isOnItsWay(SftpFolders homes, Path file) throws IOException {
        String place = homes.root().relativize(file).toString();
        boolean ours = place.matches("homes/[^/]+/(receipts|out)/.*") || place.startsWith("drafts/");
        return !ours && Files.getLastModifiedTime(file).toInstant().plus(ON_ITS_WAY).isAfter(HubClock.machineTime());
    }
}
