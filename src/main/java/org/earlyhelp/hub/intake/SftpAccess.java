package org.earlyhelp.hub.intake;

import java.nio.file.Path;

/**
 * How the hub's own account reaches the SFTP server it pulls from. The password is a secret: never logged, never part
 * of an endpoint URI that is printed.
 */
public record SftpAccess(String host, int port, String user, String password, Path knownHosts) {
    @Override
    public String toString() {
        return user + "@" + host + ":" + port;
    }
}
