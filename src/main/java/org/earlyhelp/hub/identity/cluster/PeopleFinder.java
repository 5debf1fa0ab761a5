package org.earlyhelp.hub.identity.cluster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.LinkageModel;

/** Who bears which blocking key, and by that who may be meant by a description. Not thread-safe. */
final class PeopleFinder {
    private final LinkageModel model;
    private final PeopleTables tables;
    private final UndoLog undo;
    private final KeyBearers bearers = new KeyBearers();
    private final Set<Long> told = new HashSet<>();
    private final List<CandidatesCut> cuts = new ArrayList<>();
    private Description lastAsked;
    private List<BlockingKey> lastKeys = List.of();

    PeopleFinder(LinkageModel model, PeopleTables tables, UndoLog undo) {
        this.model = model;
        this.tables = tables;
        this.undo = undo;
    }

    /** See {@link PersonIndex#candidates}. */
    List<Long> find(Description description) {
        Outline outline = Outline.of(description);
        CandidateSearch search = new CandidateSearch(bearers, tables::idOf, person -> outline.mayBe(tables.bornOf(person), tables.kindsOf(person), model));
        List<Long> found = search.find(keysOf(description));
        search.cutKeys().stream().filter(key -> !told.contains(key.hash())).forEach(this::tell);
        return found;
    }

    /** Where candidates were left out since this was asked last. */
    List<CandidatesCut> takeCuts() {
        List<CandidatesCut> taken = List.copyOf(cuts);
        cuts.clear();
        return taken;
    }

    /** Makes a person known by one more description. */
    void enter(int person, Description said) {
        tables.outline(person, BirthDay.with(tables.bornOf(person), said), Kinds.with(tables.kindsOf(person), said));
        keysOf(said).forEach(key -> bearers.add(key.hash(), person));
    }

    /** Makes a person unknown by a description, but for what {@code left} says too. */
    void withdraw(int person, Description said, List<Description> left) {
        Set<BlockingKey> keys = new HashSet<>(keysOf(said));
        left.forEach(other -> BlockingKey.of(model, other).forEach(keys::remove));
        if (!left.isEmpty()) {
            tables.outline(person, BirthDay.of(left), Kinds.of(left));
        }
        keys.forEach(key -> bearers.remove(key.hash(), person));
    }

    long bytes() {
        return bearers.bytes();
    }

    /** A mention that was looked for is entered next: its keys are made once. */
    private List<BlockingKey> keysOf(Description description) {
        if (description != lastAsked) {
            lastKeys = BlockingKey.of(model, description);
            lastAsked = description;
        }
        return lastKeys;
    }

    private void tell(BlockingKey key) {
        int[] people = bearers.of(key.hash());
        long oldest = IntStream.of(people).mapToLong(tables::idOf).min().orElseThrow();
        CandidatesCut cut = new CandidatesCut(key.kind(), oldest, people.length, people.length <= PersonIndex.MAX_KEY_BEARERS);
        told.add(key.hash());
        cuts.add(cut);
        undo.add(() -> told.remove(key.hash()));
    }
}
