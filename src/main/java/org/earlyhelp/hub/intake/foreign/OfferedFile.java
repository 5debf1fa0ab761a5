package org.earlyhelp.hub.intake.foreign;

import java.util.Comparator;
import java.util.Optional;
import org.apache.sshd.sftp.client.SftpClient;
import org.earlyhelp.hub.intake.LaneFile;
import org.earlyhelp.hub.intake.sftp.AgencySftpServer;
import org.earlyhelp.hub.intake.sftp.UploadPath;

/** A regular file in a drop folder of the foreign server. Its name is the server's word: data, checked before any use. */
record OfferedFile(String folder, String feed, boolean test, String name, Look look) {
    /** By time, so that the files of one look are taken in the order in which they came. */
    static final Comparator<OfferedFile> BY_AGE = Comparator.comparingLong((OfferedFile file) -> file.look().modifiedSeconds()).thenComparing(OfferedFile::name);

    static String folder(String feed, boolean test) {
        return (test ? "in/test/" : "in/") + feed;
    }

    static OfferedFile of(String feed, boolean test, SftpClient.DirEntry entry) {
        return new OfferedFile(folder(feed, test), feed, test, entry.getFilename(), Look.of(entry.getAttributes()));
    }

    /** Its place below the agency's home; a path only for a file that can be taken. */
    String place() {
        return folder + "/" + name;
    }

    /** Hidden files and working names are the sender's own business. */
    boolean isIgnored() {
        return name.startsWith(".") || UploadPath.isPartialName(name);
    }

    /** Why it cannot be taken, in a plain sentence; empty where the embedded server would take it too. */
    Optional<String> fault() {
        if (UploadPath.parse("/" + folder(feed, test) + "/" + name).isEmpty()) {
            return Optional.of("Its name is longer than " + UploadPath.NAME_LIMIT_CHARACTERS + " characters or holds some that the hub does not take. Nothing of it was taken: send it under a plain name.");
        }
        return look.bytes() <= AgencySftpServer.UPLOAD_LIMIT_BYTES ? Optional.empty()
                : Optional.of("It is larger than the " + AgencySftpServer.UPLOAD_LIMIT_BYTES + " bytes that a file may have. Nothing of it was taken: send it in parts.");
    }

    /** Its name for receipts and pages, without what is no plain letter, digit or sign. */
    String harmlessName() {
        String plain = name.replaceAll("[^A-Za-z0-9 ._-]", "_");
        return plain.isBlank() ? "_" : plain.substring(0, Math.min(UploadPath.NAME_LIMIT_CHARACTERS, plain.length()));
    }

    String laneFile(String upload) {
        return new LaneFile(upload, test, name).fileName();
    }
}
