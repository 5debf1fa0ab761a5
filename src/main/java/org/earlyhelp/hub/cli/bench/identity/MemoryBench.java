package org.earlyhelp.hub.cli.bench.identity;

import java.util.List;
import java.util.function.Consumer;
import org.earlyhelp.hub.identity.cluster.Known;
import org.earlyhelp.hub.identity.cluster.MentionLinker;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.earlyhelp.hub.identity.cluster.Placement;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.LinkageModel;

/** The index alone: filled with everybody, then asked where new mentions belong; beside it a plain map of exact keys to the same people. */
final class MemoryBench {
    private static final int WARM_UP = 20_000;
    private static final int MENTIONS_A_COMMIT = 500;
    private final LinkageModel model;
    private final int people;
    private final int mentions;
    private final Consumer<String> say;
    private final PersonIndex index;
    private final PlainLookup plain = new PlainLookup();
    private int households;
    private long nextId;

    MemoryBench(LinkageModel model, int people, int mentions, Consumer<String> say) {
        this.model = model;
        this.people = people;
        this.mentions = mentions;
        this.say = say;
        this.index = new PersonIndex(model);
    }

    void run() {
        long before = Heap.usedAfterCollection();
        Stopwatch watch = new Stopwatch();
        fill();
        String took = watch.toString();
        long held = Heap.usedAfterCollection() - before;
        say.accept("index filled, %,d people of %,d households made on the way: %s; %,d bytes a person of heap after collection, %,d in its arrays".formatted(index.people(), households,
                took, held / index.people(), index.bytes() / index.people()));
        decide();
        say.accept("plain map of exact name and date of birth:   " + plain);
    }

    private void fill() {
        while (index.people() < people) {
            BenchRecord record = Household.of(households++).record();
            for (Description it : record.describe()) {
                index.add(++nextId, new Known(nextId, households, it));
            }
            index.commit();
        }
    }

    private void decide() {
        for (int i = 0; i < households; i++) {
            Household.of(i).record().describe().forEach(plain::put);
        }
        NewWord words = new NewWord(households);
        Tally tally = new Tally(mentions);
        for (int i = 0; i < WARM_UP + mentions; i++) {
            decide(words.next(), i < WARM_UP ? new Tally(1) : tally);
            if (i % MENTIONS_A_COMMIT == 0) {
                index.commit();
            }
        }
        say.accept("new mentions decided in memory, one thread:  " + tally.decided);
        say.accept("  and described before (cleaned, reduced):   " + tally.described);
        say.accept("  %,d joined, %,d fresh, %,d to look at; candidates a mention: mean %.1f, max %d; keys cut: %d".formatted(tally.joined, tally.fresh,
                tally.review, tally.candidates / (double) mentions, tally.most, index.takeCuts().size()));
    }

    private void decide(BenchRecord record, Tally tally) {
        long start = System.nanoTime();
        Description said = record.describe().get(0);
        Known known = new Known(++nextId, -nextId, said);
        long described = System.nanoTime();
        Placement placement = new MentionLinker(model, index).place(known);
        index.add(placement.person() == null ? nextId : placement.person(), known);
        long done = System.nanoTime();
        tally.described.add(described - start);
        tally.decided.add(done - described);
        plain.find(said);
        tally.count(placement, index.candidates(said));
    }

    /** What was decided, and how long it took. */
    private static final class Tally {
        private final Latencies described;
        private final Latencies decided;
        private int joined;
        private int fresh;
        private int review;
        private long candidates;
        private int most;

        Tally(int mentions) {
            described = new Latencies(mentions);
            decided = new Latencies(mentions);
        }

        /** {@code found} includes the mention's own person by now. */
        void count(Placement placement, List<Long> found) {
            joined += placement.person() == null ? 0 : 1;
            review += placement.conflict().isEmpty() ? 0 : 1;
            fresh += placement.person() == null && placement.conflict().isEmpty() ? 1 : 0;
            candidates += found.size();
            most = Math.max(most, found.size());
        }
    }
}
