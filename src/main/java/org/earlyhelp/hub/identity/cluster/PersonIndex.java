package org.earlyhelp.hub.identity.cluster;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.identity.cluster.packed.DescriptionCodec;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.LinkageModel;

/**
 * Everybody known, by what they can be found by: a lookup per mention instead of a query, in less than 300 bytes a
 * person. Each change since the last {@link #commit} can be taken back by {@link #rollback}, so that the index follows
 * the fate of the transaction. What a question answers depends on what is held, not on the order in which it came, so
 * that a hub started again decides alike. Not thread-safe: it belongs to the one writer.
 */
public final class PersonIndex {
    /** People compared with one mention; those who share an identifier are compared however many they are. */
    public static final int MAX_CANDIDATES = 40;
    /** A key that is no identifier is not followed when more people than this bear it. */
    public static final int MAX_KEY_BEARERS = 120;
    private final DescriptionCodec codec = new DescriptionCodec();
    private final PeopleTables tables = new PeopleTables();
    private final RecordTies ties = new RecordTies(tables);
    private final UndoLog undo = new UndoLog();
    private final Exclusions exclusions = new Exclusions(undo);
    private final PeopleFinder finder;

    /** Knows nobody yet; the model says which keys bring people together. */
    public PersonIndex(LinkageModel model) {
        finder = new PeopleFinder(model, tables, undo);
    }

    /** Adds a mention to a person; the mention must not be known yet. */
    public void add(long person, Known known) {
        long mention = known.mentionId();
        undo.add(() -> takeOut(mention));
        putIn(person, known);
    }

    /** Takes a mention out; nothing happens when it is not known. */
    public void remove(long mention) {
        Long person = personOf(mention);
        if (person != null) {
            Known known = known(mention);
            undo.add(() -> putIn(person, known));
            takeOut(mention);
        }
    }

    /** Moves one mention to another person. */
    public void move(long mention, long person) {
        Known known = known(mention);
        remove(mention);
        add(person, known);
    }

    /** Notes that no rule may join the two. */
    public void keepApart(long one, long other) {
        exclusions.add(one, other);
    }

    /** Lets rules join the two again. */
    public void allow(long one, long other) {
        exclusions.remove(one, other);
    }

    /** Whether people decided that these are not the same. */
    public boolean areKeptApart(long one, long other) {
        return exclusions.of(one).contains(other);
    }

    /** Whom the person is kept apart from, in ascending order. */
    public List<Long> keptApartFrom(long person) {
        return List.copyOf(exclusions.of(person));
    }

    /** Seals a person: never joined or suggested from now on. */
    public void seal(long person) {
        exclusions.seal(person);
    }

    /** Whether only two people together may open the identity again. */
    public boolean isSealed(long person) {
        return exclusions.isSealed(person);
    }

    /**
     * People who share a blocking key with the description, those sharing most keys first, ties oldest first. Bounded by
     * {@link #MAX_CANDIDATES} and {@link #MAX_KEY_BEARERS}; what a limit left out is told by {@link #takeCuts}.
     */
    public List<Long> candidates(Description description) {
        return finder.find(description);
    }

    /** Where candidates were left out since this was asked last, each key once in the life of the index. */
    public List<CandidatesCut> takeCuts() {
        return finder.takeCuts();
    }

    /** What is known of a person, that of the oldest mention first; empty when no mention is left. */
    public List<Description> descriptions(long person) {
        int at = tables.person(person);
        return at < 0 ? List.of() : tables.saidOf(at).stream().map(codec::unpack).toList();
    }

    /** The mentions of a person in ascending order. */
    public List<Long> mentions(long person) {
        return ties.mentionsAt(person).mapToLong(tables.mentions()::id).sorted().boxed().toList();
    }

    /** The person of a mention, or null. */
    public Long personOf(long mention) {
        int person = tables.personOf(mention);
        return person < 0 ? null : tables.idOf(person);
    }

    /** How the mention describes its person, or null. */
    public Description describes(long mention) {
        return tables.personOf(mention) < 0 ? null : codec.unpack(tables.said(mention));
    }

    /** People whom the records of the given people mention, themselves included. */
    public Set<Long> neighbours(Collection<Long> people) {
        return ties.neighbours(people);
    }

    /** The records that mention any of the people. */
    public Set<Long> records(Collection<Long> people) {
        return ties.recordsOf(people);
    }

    /** Whether a record mentions both as two people. */
    public boolean areNamedTogether(long one, long other) {
        return ties.areNamedTogether(one, other);
    }

    /** The people a record mentions in other places than this mention. */
    public Set<Long> othersOfRecord(long record, long mention) {
        return ties.othersOf(record, mention);
    }

    /** The mentions of a record in ascending order. */
    public List<Long> mentionsOfRecord(long record) {
        return List.copyOf(ties.mentionsOf(record));
    }

    /** The number of mentions held. */
    public int size() {
        return tables.mentions().count();
    }

    /** The number of people of whom a mention is held. */
    public int people() {
        return tables.peopleCount();
    }

    /** Bytes in arrays, without what is kept apart or sealed by hand. */
    public long bytes() {
        return tables.bytes() + finder.bytes();
    }

    /** What was done stands. */
    public void commit() {
        undo.commit();
    }

    /** Takes back everything since the last commit, newest first. */
    public void rollback() {
        undo.rollback();
        finder.takeCuts();
    }

    /** A mention as it was added; it must be held. */
    public Known known(long mention) {
        return new Known(mention, tables.mentions().record(tables.mentions().at(mention)), describes(mention));
    }

    private void putIn(long person, Known known) {
        if (tables.add(person, known.mentionId(), known.recordId(), codec.pack(known.description()))) {
            finder.enter(tables.person(person), known.description());
        }
    }

    /** A key goes with the last description of the person that has it. */
    private void takeOut(long mention) {
        int at = tables.personOf(mention);
        long person = tables.idOf(at);
        Description said = describes(mention);
        if (tables.remove(mention)) {
            finder.withdraw(at, said, descriptions(person));
        }
    }
}
