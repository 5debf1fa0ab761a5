package org.earlyhelp.hub.intake.sftp;

import java.io.IOException;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.server.subsystem.SubsystemFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** Gives an agency's session the agency's rights and the hub's own session the lanes'. */
final class SftpSubsystems implements SubsystemFactory {
    private final String hubUser;
    private final SftpSubsystemFactory hub = new SftpSubsystemFactory();
    private final SftpSubsystemFactory agencies = new SftpSubsystemFactory();

    SftpSubsystems(String hubUser, UploadStore uploads) {
        this.hubUser = hubUser;
        hub.setFileSystemAccessor(new LaneFileAccess());
        agencies.setFileSystemAccessor(new AgencyFileAccess(uploads));
        agencies.setErrorStatusDataHandler(new SenderWords());
        agencies.addSftpEventListener(new CloseWatch());
    }

    @Override
    public String getName() {
        return SftpConstants.SFTP_SUBSYSTEM_NAME;
    }

    @Override
    public Command createSubsystem(ChannelSession channel) throws IOException {
        boolean own = hubUser.equals(channel.getServerSession().getUsername());
        return (own ? hub : agencies).createSubsystem(channel);
    }

    /** Only an SSH_FXP_CLOSE of the client says that a file is complete; a lost connection closes handles too. */
    private static final class CloseWatch implements SftpEventListener {
        @Override
        public void closing(ServerSession session, String id, Handle handle) {
            handle.setAttribute(AgencyFileAccess.CLOSED_BY_CLIENT, true);
        }
    }
}
