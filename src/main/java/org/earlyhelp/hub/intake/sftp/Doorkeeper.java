package org.earlyhelp.hub.intake.sftp;

import java.util.Optional;
import org.earlyhelp.hub.intake.SftpAccount;

/**
 * Whom the server asks before somebody signs in or sends, and tells afterwards. Called by the server's own threads: no method
 * may wait for a database. Thread-safe.
 */
public interface Doorkeeper {
    /** Lets everybody try and send, and remembers nothing. */
    Doorkeeper NONE = new Doorkeeper() {
    };

    /** Why a sign-in was refused. */
    enum Refusal { WRONG_KEY, WRONG_ADDRESS, LOCKED_OUT }

    /** Whether tries of that name from that address are refused unseen for the time being; asked only where the key does not open. */
    default boolean isLockedOut(String name, String address) {
        return false;
    }

    /** {@code fingerprint} is that of the key which opened. */
    default void signedIn(SftpAccount account, String address, String fingerprint) {
    }

    /** A session ended without a sign-in. {@code account} is empty when nobody has that name. */
    default void refused(String name, Optional<SftpAccount> account, String address, Refusal why) {
    }

    /** How many bytes an upload to that feed may have that begins now; 0 when the account's quota is used up. */
    default long allowance(SftpAccount account, String feed) {
        return AgencySftpServer.UPLOAD_LIMIT_BYTES;
    }

    /** So many new files of that account came, and so many bytes. */
    default void sent(SftpAccount account, int files, long bytes) {
    }

    /** Called every few seconds on a thread of its own, and once at the end: may wait. */
    default void keepUp() {
    }
}
