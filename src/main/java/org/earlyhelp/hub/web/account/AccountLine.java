package org.earlyhelp.hub.web.account;

import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.intake.account.AccountKey;
import org.earlyhelp.hub.intake.account.Sent;
import org.earlyhelp.hub.sharing.DoorTerms;

/**
 * One account in a list.
 *
 * @param open       how many keys open it
 * @param waiting    how many keys wait for a second person
 * @param lastSignIn null when nobody signed in for 90 days
 * @param used       of its quota, in words
 */
record AccountLine(String account, String name, long open, long waiting, Instant lastSignIn, String used) {
    private static final long MEGABYTE = 1L << 20;

    static AccountLine of(String account, String name, List<AccountKey> keys, Instant lastSignIn, Sent sent, DoorTerms.Quota quota) {
        return new AccountLine(account, name, count(keys, AccountKey.State.OPEN), count(keys, AccountKey.State.WAITING), lastSignIn, used(sent, quota));
    }

    /** {@code 3 of 10,000 files, 2 of 20,480 MB}. */
    static String used(Sent sent, DoorTerms.Quota quota) {
        return "%,d of %,d files, %,d of %,d MB".formatted(sent.files(), quota.files(), (sent.bytes() + MEGABYTE - 1) / MEGABYTE, quota.megabytes());
    }

    private static long count(List<AccountKey> keys, AccountKey.State state) {
        return keys.stream().filter(key -> key.state() == state).count();
    }
}
