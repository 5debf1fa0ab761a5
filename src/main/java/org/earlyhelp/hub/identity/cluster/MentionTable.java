package org.earlyhelp.hub.identity.cluster;

import java.util.function.IntConsumer;
import org.earlyhelp.hub.identity.cluster.memory.IntColumn;
import org.earlyhelp.hub.identity.cluster.memory.LongColumn;
import org.earlyhelp.hub.identity.cluster.memory.LongIntTable;
import org.earlyhelp.hub.identity.cluster.memory.SlotPool;

/** Mentions in columns: id, record, what they say, and the rings and chains they stand in. -1 is no mention. Not thread-safe. */
final class MentionTable {
    private static final int END = -1;
    private final LongIntTable byId = new LongIntTable();
    private final LongIntTable firstOfRecord = new LongIntTable();
    private final SlotPool slots = new SlotPool();
    private final LongColumn id = new LongColumn();
    private final LongColumn record = new LongColumn();
    private final IntColumn saying = new IntColumn();
    private final IntColumn nextInRing = new IntColumn();
    private final IntColumn nextOfRecord = new IntColumn();

    /** Where a mention stands, or -1. */
    int at(long mention) {
        return byId.get(mention);
    }

    long id(int at) {
        return id.get(at);
    }

    long record(int at) {
        return record.get(at);
    }

    int saying(int at) {
        return saying.get(at);
    }

    int count() {
        return slots.used();
    }

    /** The lowest id of a ring. */
    long oldest(int last) {
        return id.get(nextInRing.get(last));
    }

    void forEachInRing(int last, IntConsumer step) {
        int at = last;
        do {
            at = nextInRing.get(at);
            step.accept(at);
        } while (at != last);
    }

    void forEachOfRecord(long recordId, IntConsumer step) {
        for (int at = firstOfRecord.get(recordId); at != END; at = nextOfRecord.get(at)) {
            step.accept(at);
        }
    }

    /** Puts a mention into a ring, -1 for a new one, and returns the last of the ring. */
    int add(long mention, long recordId, int says, int last) {
        int at = slots.take();
        id.set(at, mention);
        record.set(at, recordId);
        saying.set(at, says);
        byId.put(mention, at);
        nextOfRecord.set(at, firstOfRecord.get(recordId));
        firstOfRecord.put(recordId, at);
        return intoRing(at, last);
    }

    /** Takes a mention out of its ring and returns the last of what remains, or -1. */
    int remove(long mention, int last) {
        int at = byId.remove(mention);
        outOfRecord(at);
        int before = at;
        while (nextInRing.get(before) != at) {
            before = nextInRing.get(before);
        }
        nextInRing.set(before, nextInRing.get(at));
        slots.give(at);
        return before == at ? END : at == last ? before : last;
    }

    long bytes() {
        return byId.bytes() + firstOfRecord.bytes() + slots.bytes() + id.bytes() + record.bytes() + saying.bytes() + nextInRing.bytes() + nextOfRecord.bytes();
    }

    private int intoRing(int at, int last) {
        if (last == END) {
            nextInRing.set(at, at);
            return at;
        }
        int before = last;
        if (id.get(at) < id.get(last)) {
            while (id.get(nextInRing.get(before)) < id.get(at)) {
                before = nextInRing.get(before);
            }
        }
        nextInRing.set(at, nextInRing.get(before));
        nextInRing.set(before, at);
        return id.get(at) > id.get(last) ? at : last;
    }

    private void outOfRecord(int at) {
        int first = firstOfRecord.get(record.get(at));
        if (first != at) {
            int before = first;
            while (nextOfRecord.get(before) != at) {
                before = nextOfRecord.get(before);
            }
            nextOfRecord.set(before, nextOfRecord.get(at));
        } else if (nextOfRecord.get(at) == END) {
            firstOfRecord.remove(record.get(at));
        } else {
            firstOfRecord.put(record.get(at), nextOfRecord.get(at));
        }
    }
}
