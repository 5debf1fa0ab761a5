package org.earlyhelp.hub.embedded;

/** The embedded SFTP server as the start sees it: up after the database and before the web, down after the web. */
public interface SftpPart {
    /** Starts to listen. Throws StartFailure when the port is taken. */
    void start(String address, int port);

    /** Ends all sessions and listens no more; does nothing when it was not started. */
    void stop();
}
