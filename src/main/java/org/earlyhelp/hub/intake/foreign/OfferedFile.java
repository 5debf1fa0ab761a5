package org.earlyhelp.hub.intake.foreign;

import java.util.Comparator;
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

    /** Its place below the agency's home; only for a file that can be taken. */
    String place() {
        return folder + "/" + name;
    }

    /** Hidden files and working names are the sender's own business. */
    boolean isIgnored() {
        return name.startsWith(".") || UploadPath.isPartialName(name);
    }

    /** Whether name and size are within what the embedded server takes too. */
    boolean canBeTaken() {
        return UploadPath.parse("/" + folder(feed, test) + "/" + name).isPresent() && look.bytes() <= AgencySftpServer.UPLOAD_LIMIT_BYTES;
    }

    String laneFile(String upload) {
        return new LaneFile(upload, test, name).fileName();
    }
}
