package org.earlyhelp.hub.intake.sftp;

import java.io.IOException;

/** Why an upload is not taken, in a sentence that its sender may read. */
final class UploadRefused extends IOException {
    private static final long serialVersionUID = 1;

    UploadRefused(String message) {
        super(message);
    }

    private UploadRefused(String message, IOException cause) {
        super(message, cause);
    }

    /** The disk is full, closed to writing or broken: that is the hub's fault and not the file's. */
    static UploadRefused byDisk(IOException cause) {
        return new UploadRefused("the hub cannot keep a file just now: its disk is full or does not take it; nothing of the file is taken, send it again later", cause);
    }
}
