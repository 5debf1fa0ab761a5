package org.earlyhelp.hub.identity.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.earlyhelp.hub.identity.cluster.memory.ByteArena;
import org.earlyhelp.hub.identity.cluster.memory.ByteColumn;
import org.earlyhelp.hub.identity.cluster.memory.IntColumn;
import org.earlyhelp.hub.identity.cluster.memory.LongColumn;
import org.earlyhelp.hub.identity.cluster.memory.LongIntTable;
import org.earlyhelp.hub.identity.cluster.memory.SlotPool;

/**
 * People, what is said of them and the mentions that say it, in columns. A person has a chain of different
 * descriptions; a description has the mentions that say just this, in a ring in ascending order of which the last is
 * kept, so that the newest is added and the oldest found without a walk. Not thread-safe.
 */
final class PeopleTables {
    private static final int END = -1;
    private final LongIntTable personById = new LongIntTable();
    private final SlotPool people = new SlotPool();
    private final LongColumn personId = new LongColumn();
    private final IntColumn personSays = new IntColumn();
    private final IntColumn personBorn = new IntColumn();
    private final ByteColumn personKinds = new ByteColumn();

    private final ByteArena arena = new ByteArena();
    private final SlotPool sayings = new SlotPool();
    private final IntColumn sayingBytes = new IntColumn();
    private final IntColumn sayingPerson = new IntColumn();
    private final IntColumn sayingNext = new IntColumn();
    private final IntColumn sayingLast = new IntColumn();

    private final MentionTable mentions = new MentionTable();

    /** Where a person stands, or -1. */
    int person(long id) {
        return personById.get(id);
    }

    long idOf(int person) {
        return personId.get(person);
    }

    /** The person of a mention, or -1. */
    int personOf(long mention) {
        int at = mentions.at(mention);
        return at == END ? END : sayingPerson.get(mentions.saying(at));
    }

    /** The one day on which a person was born by all that is said, or {@link BirthDay#NONE} or {@link BirthDay#SEVERAL}. */
    int bornOf(int person) {
        return personBorn.get(person);
    }

    /** As what a person is described by all that is said; see {@link Kinds}. */
    byte kindsOf(int person) {
        return personKinds.get(person);
    }

    /** Notes what is known of a person at a glance. */
    void outline(int person, int born, byte kinds) {
        personBorn.set(person, born);
        personKinds.set(person, kinds);
    }

    MentionTable mentions() {
        return mentions;
    }

    int peopleCount() {
        return people.used();
    }

    /** What a mention says. */
    byte[] said(long mention) {
        return arena.get(sayingBytes.get(mentions.saying(mentions.at(mention))));
    }

    /** What is said of a person, that of the oldest mention first. */
    List<byte[]> saidOf(int person) {
        int first = personSays.get(person);
        // Most people are described in one way: no need to look up which is older.
        return sayingNext.get(first) == END ? List.of(arena.get(sayingBytes.get(first))) : oldestFirst(person);
    }

    private List<byte[]> oldestFirst(int person) {
        record Saying(long oldest, int bytes) {
        }
        List<Saying> all = new ArrayList<>();
        forEachSaying(person, saying -> all.add(new Saying(mentions.oldest(sayingLast.get(saying)), sayingBytes.get(saying))));
        all.sort(Comparator.comparingLong(Saying::oldest));
        return all.stream().map(it -> arena.get(it.bytes)).toList();
    }

    /** Positions of the mentions of a person, in any order. */
    IntStream mentionsOf(int person) {
        IntStream.Builder found = IntStream.builder();
        forEachSaying(person, saying -> mentions.forEachInRing(sayingLast.get(saying), found));
        return found.build();
    }

    /** Adds a mention; true when nothing of a person said just this before. */
    boolean add(long person, long mention, long record, byte[] said) {
        int who = personById.get(person);
        who = who == LongIntTable.ABSENT ? newPerson(person) : who;
        int saying = find(who, said);
        boolean fresh = saying == END;
        saying = fresh ? newSaying(who, said) : saying;
        sayingLast.set(saying, mentions.add(mention, record, saying, sayingLast.get(saying)));
        return fresh;
    }

    /** Takes a mention out; true when nothing says of its person any longer what it said. */
    boolean remove(long mention) {
        int saying = mentions.saying(mentions.at(mention));
        int last = mentions.remove(mention, sayingLast.get(saying));
        sayingLast.set(saying, last);
        if (last == END) {
            drop(saying);
        }
        return last == END;
    }

    long bytes() {
        return personById.bytes() + people.bytes() + personId.bytes() + personSays.bytes() + personBorn.bytes() + personKinds.bytes() + arena.bytes() + sayings.bytes() + sayingBytes.bytes()
                + sayingPerson.bytes() + sayingNext.bytes() + sayingLast.bytes() + mentions.bytes();
    }

    private void forEachSaying(int person, IntConsumer step) {
        for (int saying = personSays.get(person); saying != END; saying = sayingNext.get(saying)) {
            step.accept(saying);
        }
    }

    private int find(int person, byte[] said) {
        int saying = personSays.get(person);
        while (saying != END && !arena.holds(sayingBytes.get(saying), said, said.length)) {
            saying = sayingNext.get(saying);
        }
        return saying;
    }

    private int newPerson(long id) {
        int person = people.take();
        personId.set(person, id);
        personSays.set(person, END);
        outline(person, BirthDay.NONE, Kinds.NONE);
        personById.put(id, person);
        return person;
    }

    private int newSaying(int person, byte[] said) {
        int saying = sayings.take();
        sayingBytes.set(saying, arena.put(said, said.length));
        sayingPerson.set(saying, person);
        sayingNext.set(saying, personSays.get(person));
        sayingLast.set(saying, END);
        personSays.set(person, saying);
        return saying;
    }

    private void drop(int saying) {
        int person = sayingPerson.get(saying);
        if (personSays.get(person) == saying) {
            personSays.set(person, sayingNext.get(saying));
        } else {
            int before = personSays.get(person);
            while (sayingNext.get(before) != saying) {
                before = sayingNext.get(before);
            }
            sayingNext.set(before, sayingNext.get(saying));
        }
        arena.free(sayingBytes.get(saying));
        sayings.give(saying);
        if (personSays.get(person) == END) {
            personById.remove(personId.get(person));
            people.give(person);
        }
    }
}
