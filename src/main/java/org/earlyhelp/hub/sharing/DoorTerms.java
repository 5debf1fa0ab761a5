package org.earlyhelp.hub.sharing;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How an agency and those who send under its agreement come in: from which addresses, how much a day, and each sender's own
 * account.
 *
 * @param addresses from where it may sign in; empty for anywhere
 * @param quota     how much each of its accounts may send in 24 hours
 * @param senders   those with an SFTP home of their own, by id; may be empty
 */
public record DoorTerms(List<AddressRange> addresses, Quota quota, SortedMap<String, Sender> senders) {
    /** Open to any address, with the quota of everybody and no further senders. */
    public static final DoorTerms USUAL = new DoorTerms(List.of(), Quota.USUAL, new TreeMap<>());
    /** So many senders one agreement may name. */
    public static final int SENDERS_LIMIT = 1_000;

    /** So much an account may send in 24 hours. */
    public record Quota(int files, long megabytes) {
        /** Where an agreement names none. */
        public static final Quota USUAL = new Quota(10_000, 20_480);
        private static final int MEGABYTE_SHIFT = 20;

        /** A megabyte counts 1,048,576 bytes. */
        public long bytes() {
            return megabytes << MEGABYTE_SHIFT;
        }
    }

    /**
     * A sender with an account of its own, such as a school.
     *
     * @param urn       the only school whose rows it may send, 6 digits; null when its rows are not held to a school
     * @param addresses from where it may sign in; empty for where the agency may
     * @param until     last day on which its keys open the door; null while they always do
     */
    public record Sender(String id, String name, String urn, List<String> keys, List<AddressRange> addresses, LocalDate until) {
        public Sender {
            keys = List.copyOf(keys);
            addresses = List.copyOf(addresses);
        }

        /** The keys that open its home on that day. */
        public List<String> keysOn(LocalDate day) {
            return until == null || !day.isAfter(until) ? keys : List.of();
        }
    }

    public DoorTerms {
        addresses = List.copyOf(addresses);
        senders = Collections.unmodifiableSortedMap(new TreeMap<>(senders));
    }

    /** From where that sender may sign in; {@code sender} null for the agency itself. */
    public List<AddressRange> addressesOf(String sender) {
        Map<String, Sender> known = senders;
        return sender == null || !known.containsKey(sender) || known.get(sender).addresses().isEmpty() ? addresses : known.get(sender).addresses();
    }
}
