package org.earlyhelp.hub.identity.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.earlyhelp.hub.identity.cluster.memory.IntColumn;
import org.earlyhelp.hub.identity.cluster.memory.LongIntTable;
import org.earlyhelp.hub.identity.cluster.memory.SlotPool;

/**
 * Which people bear a blocking key. Most keys have one bearer, who stands in the table itself; a few are chained; from
 * {@value #CROWD} on they are a {@link Crowd}. People are positions from 0 to 2^29 - 1. Not thread-safe.
 */
final class KeyBearers {
    /** A key with this many bearers is kept as a sorted array. */
    static final int CROWD = 8;
    private static final int[] NOBODY = {};
    private static final int FORM_BITS = 2;
    private static final int ONE = 0;
    private static final int CHAIN = 1;
    private static final int MANY = 2;
    private static final int END = -1;
    private final LongIntTable table = new LongIntTable();
    private final IntColumn bearer = new IntColumn();
    private final IntColumn next = new IntColumn();
    private final SlotPool links = new SlotPool();
    private final List<Crowd> crowds = new ArrayList<>();
    private final SlotPool crowdSlots = new SlotPool();

    /** Notes that a person bears a key; nothing happens when that is known. */
    void add(long key, int person) {
        int found = table.get(key);
        if (found == LongIntTable.ABSENT) {
            table.put(key, tagged(person, ONE));
        } else if (form(found) == MANY) {
            crowds.get(found >>> FORM_BITS).add(person);
        } else {
            addToFew(key, found, person);
        }
    }

    /** Notes that a person no longer bears a key; nothing happens when it did not. */
    void remove(long key, int person) {
        int found = table.get(key);
        if (found == LongIntTable.ABSENT) {
            return;
        }
        if (form(found) == MANY) {
            removeFromCrowd(key, found >>> FORM_BITS, person);
        } else {
            int[] rest = Arrays.stream(few(found)).filter(it -> it != person).toArray();
            release(found);
            replace(key, rest);
        }
    }

    /** How many bear a key. */
    int count(long key) {
        int found = table.get(key);
        return found == LongIntTable.ABSENT ? 0 : form(found) == MANY ? crowds.get(found >>> FORM_BITS).size() : few(found).length;
    }

    /** Who bears a key, each once, in any order. */
    int[] of(long key) {
        int found = table.get(key);
        return found == LongIntTable.ABSENT ? NOBODY : form(found) == MANY ? crowds.get(found >>> FORM_BITS).toArray() : few(found);
    }

    long bytes() {
        return table.bytes() + bearer.bytes() + next.bytes() + links.bytes() + crowds.stream().mapToLong(it -> it == null ? 0 : it.bytes()).sum();
    }

    private void addToFew(long key, int found, int person) {
        int[] few = few(found);
        if (Arrays.stream(few).noneMatch(it -> it == person)) {
            int[] more = Arrays.copyOf(few, few.length + 1);
            more[few.length] = person;
            release(found);
            replace(key, more);
        }
    }

    private void replace(long key, int[] people) {
        if (people.length == 0) {
            table.remove(key);
        } else if (people.length == 1) {
            table.put(key, tagged(people[0], ONE));
        } else {
            table.put(key, people.length < CROWD ? chain(people) : crowd(people));
        }
    }

    private void removeFromCrowd(long key, int at, int person) {
        crowds.get(at).remove(person);
        if (crowds.get(at).size() < CROWD / 2) {
            int[] rest = crowds.get(at).toArray();
            crowds.set(at, null);
            crowdSlots.give(at);
            replace(key, rest);
        }
    }

    private int[] few(int found) {
        if (form(found) == ONE) {
            return new int[] {found >>> FORM_BITS};
        }
        int[] people = new int[CROWD];
        int count = 0;
        for (int link = found >>> FORM_BITS; link != END; link = next.get(link)) {
            people[count++] = bearer.get(link);
        }
        return Arrays.copyOf(people, count);
    }

    private void release(int found) {
        if (form(found) == CHAIN) {
            for (int link = found >>> FORM_BITS; link != END; link = next.get(link)) {
                links.give(link);
            }
        }
    }

    private int chain(int[] people) {
        int head = END;
        for (int person : people) {
            int link = links.take();
            bearer.set(link, person);
            next.set(link, head);
            head = link;
        }
        return tagged(head, CHAIN);
    }

    private int crowd(int[] people) {
        Arrays.sort(people);
        int at = crowdSlots.take();
        while (crowds.size() <= at) {
            crowds.add(null);
        }
        crowds.set(at, new Crowd(people));
        return tagged(at, MANY);
    }

    private static int tagged(int value, int form) {
        return value << FORM_BITS | form;
    }

    private static int form(int found) {
        return found & (1 << FORM_BITS) - 1;
    }
}
