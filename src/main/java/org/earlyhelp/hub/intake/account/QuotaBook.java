package org.earlyhelp.hub.intake.account;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What each account sent in the last 24 hours, by hours. Thread-safe. */
final class QuotaBook {
    static final int HOURS = 24;
    private final Map<String, TreeMap<Instant, Sent>> accounts = new HashMap<>();

    /** Begins with what the database knows, which a restart would forget else. */
    synchronized void begin(String account, Instant hour, Sent sent) {
        add(account, hour, sent);
    }

    synchronized void sent(String account, int files, long bytes, Instant now) {
        add(account, now, new Sent(files, bytes));
    }

    /** What counts now. */
    synchronized Sent used(String account, Instant now) {
        TreeMap<Instant, Sent> hours = accounts.getOrDefault(account, new TreeMap<>());
        hours.headMap(now.truncatedTo(ChronoUnit.HOURS).minus(HOURS - 1L, ChronoUnit.HOURS)).clear();
        return hours.values().stream().reduce(Sent.NOTHING, Sent::plus);
    }

    private void add(String account, Instant at, Sent sent) {
        accounts.computeIfAbsent(account, name -> new TreeMap<>()).merge(at.truncatedTo(ChronoUnit.HOURS), sent, Sent::plus);
    }
}
