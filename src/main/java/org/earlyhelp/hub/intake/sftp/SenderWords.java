package org.earlyhelp.hub.intake.sftp;

import java.nio.file.AccessDeniedException;
import org.apache.sshd.sftp.server.SftpErrorStatusDataHandler;
import org.apache.sshd.sftp.server.SftpSubsystemEnvironment;

/** What a sender's program is told when something is refused or fails: the hub's own sentence where it has one, else the protocol's word. */
final class SenderWords implements SftpErrorStatusDataHandler {
    @Override
    public String resolveErrorMessage(SftpSubsystemEnvironment session, int id, Throwable failure, int status, int command, Object... arguments) {
        if (failure instanceof UploadRefused refused) {
            return refused.getMessage();
        }
        if (failure instanceof AccessDeniedException denied && denied.getFile() == null && denied.getReason() != null) {
            return denied.getReason();
        }
        return SftpErrorStatusDataHandler.super.resolveErrorMessage(session, id, failure, status, command, arguments);
    }
}
