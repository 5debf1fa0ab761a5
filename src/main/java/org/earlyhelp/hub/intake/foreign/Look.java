package org.earlyhelp.hub.intake.foreign;

import org.apache.sshd.sftp.client.SftpClient;

/** What a look at a file on the foreign server shows: a file that is still being written looks different each time. */
record Look(long bytes, long modifiedSeconds) {
    /** Whole seconds, since some servers give fractions in one answer and none in another. */
    static Look of(SftpClient.Attributes attributes) {
        return new Look(attributes.getSize(), attributes.getModifyTime() == null ? 0 : attributes.getModifyTime().toInstant().getEpochSecond());
    }
}
