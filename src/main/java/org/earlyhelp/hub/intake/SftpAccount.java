package org.earlyhelp.hub.intake;

import java.util.List;

/** One agency on the SFTP server: its keys as OpenSSH public key lines, and the feeds it may drop. */
public record SftpAccount(String agency, List<String> publicKeys, List<String> feeds) {
    public SftpAccount {
        publicKeys = List.copyOf(publicKeys);
        feeds = List.copyOf(feeds);
    }
}
