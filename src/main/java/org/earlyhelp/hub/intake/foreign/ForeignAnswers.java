package org.earlyhelp.hub.intake.foreign;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.sshd.sftp.common.SftpException;
import org.earlyhelp.hub.intake.SftpFolders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps {@code receipts/}, {@code out/} and {@code help/} of one agency on the foreign server as they are in its home on
 * this machine: what is new or changed is put there, what the hub has deleted goes there too. What the hub did not put
 * there is never touched. Used by one thread at a time.
 */
final class ForeignAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ForeignAnswers.class);
    private final String agency;
    /** How to sign in to the embedded server, in the help folder: of no use on another one. */
    private static final String OF_THE_EMBEDDED_SERVER = "help/account.txt";
    private final ForeignHome home;
    private final Path local;
    private final List<Path> answers;
    private final SentMarks marks;
    private boolean refused;

    ForeignAnswers(String agency, ForeignHome home, SftpFolders folders) {
        this.agency = agency;
        this.home = home;
        this.local = folders.home(agency);
        this.answers = List.of(folders.receipts(agency), folders.out(agency), folders.help(agency));
        this.marks = new SentMarks(folders.root().resolve("sent").resolve(agency));
    }

    /** Brings the foreign server in step; returns how many files it refuses. These stop no other and are tried again at the next call. */
    int push() throws IOException {
        Map<String, String> states = new TreeMap<>();
        for (Path folder : answers) {
            addStates(folder, states);
        }
        int refusals = 0;
        for (Map.Entry<String, String> file : states.entrySet()) {
            refusals += marks.isSent(file.getKey(), file.getValue()) || isDone(() -> put(file.getKey(), file.getValue())) ? 0 : 1;
        }
        for (String place : marks.places()) {
            refusals += states.containsKey(place) || isDone(() -> remove(place)) ? 0 : 1;
        }
        tell(refusals);
        return refusals;
    }

    private interface Step {
        void run() throws IOException;
    }

    private static boolean isDone(Step step) throws IOException {
        try {
            step.run();
            return true;
        } catch (SftpException e) {
            return false;
        } catch (NoSuchFileException e) {
            // Deleted or replaced on this machine meanwhile; the next look sees what is there.
            return true;
        }
    }

    private void put(String place, String state) throws IOException {
        home.put(place, local.resolve(place));
        marks.note(place, state);
    }

    private void remove(String place) throws IOException {
        home.remove(place);
        marks.forget(place);
    }

    private void tell(int refusals) {
        if (refusals > 0 && !refused) {
            LOG.warn("{}: the foreign server refuses {} answers; they are tried again", agency, refusals);
        }
        refused = refusals > 0;
    }

    private void addStates(Path folder, Map<String, String> states) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file -> !isDraft(file.getFileName().toString()))) {
            for (Path file : files) {
                if (Files.isDirectory(file)) {
                    addStates(file, states);
                } else if (!file.equals(local.resolve(OF_THE_EMBEDDED_SERVER))) {
                    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                    states.put(local.relativize(file).toString(), attributes.size() + " " + attributes.lastModifiedTime());
                }
            }
        } catch (NoSuchFileException e) {
            // A folder that is not made yet, or a file that went meanwhile: nothing to put there.
        }
    }

    private static boolean isDraft(String name) {
        return name.startsWith(".") || name.endsWith(".part");
    }
}
