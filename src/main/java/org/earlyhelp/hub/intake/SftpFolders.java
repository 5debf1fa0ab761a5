package org.earlyhelp.hub.intake;

import java.nio.file.Path;

/**
 * Where the embedded SFTP server keeps things: a home for each agency ({@code in/<feed>}, {@code in/test/<feed>},
 * {@code receipts}, {@code out}, {@code help}), the lanes from which the hub pulls ({@code <agency>/<feed>}), and the
 * hidden place into which uploads are written until they are cleanly closed. Names of agencies and feeds come from
 * agreements, never from a client.
 */
public record SftpFolders(Path root) {
    public Path home(String agency) {
        return root.resolve("homes").resolve(agency);
    }

    public Path in(String agency, String feed) {
        return home(agency).resolve("in").resolve(feed);
    }

    public Path inTest(String agency, String feed) {
        return home(agency).resolve("in").resolve("test").resolve(feed);
    }

    public Path receipts(String agency) {
        return home(agency).resolve("receipts");
    }

    public Path out(String agency) {
        return home(agency).resolve("out");
    }

    public Path help(String agency) {
        return home(agency).resolve("help");
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
