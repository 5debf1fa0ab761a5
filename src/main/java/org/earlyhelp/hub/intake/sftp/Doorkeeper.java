package org.earlyhelp.hub.intake.sftp;

import java.util.List;
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

    /**
     * What an upload to that feed that begins now takes of the account's quota; empty when that is used up by what came and
     * what is being sent. {@code resumed}: it goes on with a file that counts already. Whoever has a claim must end it.
     */
    default Optional<Claim> claim(SftpAccount account, String feed, boolean resumed) {
        return Optional.of(Claim.FREE);
    }

    /** Called every few seconds on a thread of its own, and once at the end, with the accounts as they are now: may wait. */
    default void keepUp(List<SftpAccount> accounts) {
    }

    /** One upload's share of its account's quota. It ends once, by the first of {@link #keep} and {@link #giveBack}. Thread-safe. */
    interface Claim {
        /** Counts nothing. */
        Claim FREE = new Claim() {
            @Override
            public boolean upTo(long brought) {
                return true;
            }

            @Override
            public void keep(long brought) {
                // Nothing counts.
            }

            @Override
            public void giveBack() {
                // Nothing was taken.
            }
        };

        /** Claims as much as the upload has brought by then, in bytes; false, and nothing is claimed, where the quota has no room for it. */
        boolean upTo(long brought);

        /** The upload is taken: so many bytes of it go on counting. */
        void keep(long brought);

        /** Nothing of the upload is taken, so nothing of it counts. */
        void giveBack();
    }
}
