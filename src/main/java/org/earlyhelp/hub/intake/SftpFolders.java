package org.earlyhelp.hub.intake;

import java.nio.file.Path;

/**
 * Where the embedded SFTP server keeps things: a home for each account ({@code in/<feed>}, {@code in/test/<feed>},
 * {@code receipts}, {@code out}, {@code help}), the lanes from which the hub pulls ({@code <agency>/<feed>}), and the
 * hidden place into which uploads are written until they are cleanly closed. Names of accounts and feeds come from
 * agreements, never from a client. An agency's own account has the agency's name; see {@link AccountName} for the others.
 */
public record SftpFolders(Path root) {
    public Path home(String account) {
        return root.resolve("homes").resolve(account);
    }

    public Path in(String account, String feed) {
        return home(account).resolve("in").resolve(feed);
    }

    public Path inTest(String account, String feed) {
        return home(account).resolve("in").resolve("test").resolve(feed);
    }

    public Path receipts(String account) {
        return home(account).resolve("receipts");
    }

    public Path out(String account) {
        return home(account).resolve("out");
    }

    public Path help(String account) {
        return home(account).resolve("help");
    }

    /** The root of the hub's own account: {@code /<agency>/<feed>/<lane file>}. */
    public Path lanes() {
        return root.resolve("lanes");
    }

    public Path lane(String agency, String feed) {
        return lanes().resolve(agency).resolve(feed);
    }

    public Path incoming() {
        return root.resolve("incoming");
    }
}
