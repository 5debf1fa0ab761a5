package org.earlyhelp.hub.intake;

import java.nio.file.Path;

/**
 * Where the embedded SFTP server keeps things: a home for each account ({@code in/<feed>}, {@code in/test/<feed>},
 * {@code receipts}, {@code out}, {@code help}), the lanes from which the hub pulls ({@code <agency>/<feed>}), and the
 * hidden place into which uploads are written until they are cleanly closed. Names of accounts and feeds come from
 * agreements, never from a client. An agency's own account has the agency's name; see {@link AccountName} for the others.
 */
public record SftpFolders(Path root) {
    /** What an account that signs in sees as its root. */
    public Path home(String account) {
        return root.resolve("homes").resolve(account);
    }

    /** Where an account puts files of a feed. */
    public Path in(String account, String feed) {
        return home(account).resolve("in").resolve(feed);
    }

    /** Where an account tries files of a feed out: they are checked, and nothing of them is kept. */
    public Path inTest(String account, String feed) {
        return home(account).resolve("in").resolve("test").resolve(feed);
    }

    /** Where the hub answers the account. */
    public Path receipts(String account) {
        return home(account).resolve("receipts");
    }

    /** Where the hub puts what the account is told besides. */
    public Path out(String account) {
        return home(account).resolve("out");
    }

    /** Where the layouts of the account's feeds are explained. */
    public Path help(String account) {
        return home(account).resolve("help");
    }

    /** The root of the hub's own account: {@code /<agency>/<feed>/<lane file>}. */
    public Path lanes() {
        return root.resolve("lanes");
    }

    /** Where closed uploads of a feed wait, whoever of the agency sent them. */
    public Path lane(String agency, String feed) {
        return lanes().resolve(agency).resolve(feed);
    }

    /** Where an upload lies while it is being sent. */
    public Path incoming() {
        return root.resolve("incoming");
    }
}
