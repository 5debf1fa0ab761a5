package org.earlyhelp.hub.intake.account;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.earlyhelp.hub.sharing.DoorTerms.Quota;

/** What each account sent in the last 24 hours, by hours, and what it is sending. Thread-safe. */
final class QuotaBook {
    static final int HOURS = 24;
    private final Map<String, TreeMap<Instant, Sent>> accounts = new HashMap<>();
    /** Of uploads that have not ended, by account. */
    private final Map<String, Sent> going = new HashMap<>();

    /** Begins with what the database knows, which a restart would forget else. */
    synchronized void begin(String account, Instant hour, Sent sent) {
        add(account, hour, sent);
    }

    /** What counts now, with what is being sent. */
    synchronized Sent used(String account, Instant now) {
        TreeMap<Instant, Sent> hours = accounts.getOrDefault(account, new TreeMap<>());
        hours.headMap(now.truncatedTo(ChronoUnit.HOURS).minus(HOURS - 1L, ChronoUnit.HOURS)).clear();
        return hours.values().stream().reduce(going.getOrDefault(account, Sent.NOTHING), Sent::plus);
    }

    /** Whether so many more files may begin, each with a byte at least. */
    synchronized boolean hasRoom(String account, int files, Quota quota, Instant now) {
        Sent used = used(account, now);
        return used.files() + files <= quota.files() && used.bytes() < quota.bytes();
    }

    /** Begins an upload, which counts from now on; answers whether there was room. Without room it begins only when it {@code must}. */
    synchronized boolean open(String account, int files, Quota quota, boolean must, Instant now) {
        boolean room = hasRoom(account, files, quota, now);
        if (room || must) {
            going.merge(account, new Sent(files, 0), Sent::plus);
        }
        return room;
    }

    /** Lets an upload grow, unless the account would come beyond so many bytes in all. */
    synchronized boolean grow(String account, long bytes, long limitBytes, Instant now) {
        if (used(account, now).bytes() > limitBytes - bytes) {
            return false;
        }
        going.merge(account, new Sent(0, bytes), Sent::plus);
        return true;
    }

    /** Ends an upload of which so much was claimed; only {@code counts} of it goes on counting. */
    synchronized void end(String account, Sent claimed, Sent counts, Instant now) {
        going.computeIfPresent(account, (name, all) -> all.equals(claimed) ? null : all.minus(claimed));
        add(account, now, counts);
    }

    private void add(String account, Instant at, Sent sent) {
        accounts.computeIfAbsent(account, name -> new TreeMap<>()).merge(at.truncatedTo(ChronoUnit.HOURS), sent, Sent::plus);
    }
}
