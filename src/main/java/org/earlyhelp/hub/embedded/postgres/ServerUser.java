package org.earlyhelp.hub.embedded.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.kernel.StartFailure;

/**
 * As whom PostgreSQL's programs run, since they refuse to run as root: as ourselves when we are not root; else inside a
 * user namespace, where root is nobody; else, where namespaces are refused as in most containers, as an unprivileged user.
 *
 * @param prefix  the words before each program
 * @param ownerId the user id to whom the database's files must belong
 * @param reaches may enter folders that belong to root alone
 */
record ServerUser(List<String> prefix, int ownerId, boolean reaches) {
    private static final int ROOT = 0;
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> CANDIDATES = List.of("postgres", "nobody");

    /** Tries the ways in their order; the first that works on this machine. */
    static ServerUser find(Path folder) throws IOException {
        int self = (int) Files.getAttribute(folder, "unix:uid");
        if (currentUserId() != ROOT) {
            return new ServerUser(List.of(), self, true);
        }
        if (works(NAMESPACE, folder)) {
            return new ServerUser(NAMESPACE, ROOT, true);
        }
        for (String name : CANDIDATES) {
            String id = idOf(name);
            List<String> plain = List.of("setpriv", "--reuid=" + id, "--regid=" + groupOf(name), "--clear-groups");
            if (!id.isEmpty() && works(plain, folder.getRoot())) {
                return steppedDown(plain, Integer.parseInt(id), folder);
            }
        }
        throw new StartFailure("PostgreSQL refuses to run as root, and neither 'unshare -U' nor 'setpriv' works here: "
                + "start the hub as an ordinary user, or set HUB_DB_URL.");
    }

    /** With the one capability that lets it pass folders closed to others, where the machine grants that. */
    private static ServerUser steppedDown(List<String> plain, int id, Path folder) {
        List<String> reaching = new ArrayList<>(plain);
        // Without the secure bit, access(2) leaves the capability out, and the programs do not find one another.
        reaching.addAll(List.of("--securebits=+no_setuid_fixup", "--inh-caps=+dac_override", "--ambient-caps=+dac_override"));
        return works(reaching, folder) ? new ServerUser(List.copyOf(reaching), id, true) : new ServerUser(plain, id, false);
    }

    /** Gives a folder and all in it to the user that the server runs as. */
    void own(Path folder) throws IOException {
        if (currentUserId() != ROOT) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path entry, BasicFileAttributes attributes) throws IOException {
                return give(entry);
            }

            @Override
            public FileVisitResult visitFile(Path entry, BasicFileAttributes attributes) throws IOException {
                return give(entry);
            }
        });
    }

    private FileVisitResult give(Path entry) throws IOException {
        if ((int) Files.getAttribute(entry, "unix:uid", LinkOption.NOFOLLOW_LINKS) != ownerId) {
            Files.setAttribute(entry, "unix:uid", ownerId, LinkOption.NOFOLLOW_LINKS);
        }
        return FileVisitResult.CONTINUE;
    }

    private static int currentUserId() throws IOException {
        Path self = Path.of("/proc/self");
        if (Files.exists(self)) {
            return (int) Files.getAttribute(self, "unix:uid");
        }
        return System.getProperty("user.name").equals("root") ? ROOT : -1;
    }

    /** The user may be refused the namespace itself, or the way into the folder: both show in a listing. */
    private static boolean works(List<String> prefix, Path folder) {
        try {
            return OsCommand.of(prefix, Path.of("ls"), List.of(folder.toString())).runIn(Path.of("/")).done();
        } catch (IOException e) {
            return false;
        }
    }

    private static String groupOf(String name) throws IOException {
        return new OsCommand(List.of("id", "-g", name)).runIn(Path.of("/")).said().strip();
    }

    /** The user's id; empty when there is no such user. */
    private static String idOf(String name) throws IOException {
        OsCommand.Outcome outcome = new OsCommand(List.of("id", "-u", name)).runIn(Path.of("/"));
        return outcome.done() ? outcome.said().strip() : "";
    }
}
