package org.earlyhelp.hub.cli.bench.borough;

import java.time.Duration;
import java.util.List;
import org.earlyhelp.hub.cli.feeds.Arrival;
import org.earlyhelp.hub.identity.cluster.Known;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.linkage.LinkageModel;

/**
 * One lane with very many people: a borough and its copies linked until the index holds enough, then one copy more under
 * the clock.
 *
 * @param people       persons in the index when measured
 * @param bytesAPerson heap that the index takes, by what is free after collection
 * @param rebuild      filling an empty index with everybody, without reading them from a database
 */
record ManyPeople(long people, long mentions, double aSecond, double p99Millis, long bytesAPerson, Duration rebuild) {
    static ManyPeople measure(LinkageModel model, List<Arrival> borough, int wanted) {
        long before = usedHeap();
        LinkingRun run = new LinkingRun(model, false);
        int copy = 0;
        while (run.newPeople() < wanted) {
            if (copy + 1 >= Copy.MOST) {
                throw new StartFailure("%d copies of so small a borough are not %,d people; give more --households.".formatted(copy, wanted));
            }
            link(run, borough, ++copy);
        }
        run.restartWatch();
        long people = run.newPeople();
        long mentions = run.index().size();
        long bytes = (usedHeap() - before) / people;
        link(run, borough, copy + 1);
        return new ManyPeople(people, mentions, run.watch().aSecond(), run.watch().p99Millis(), bytes, rebuild(model, run));
    }

    List<Figure> figures() {
        return List.of(Figure.told("many people: people, mentions in the index", "%,d, %,d".formatted(people, mentions)),
                Figure.rate("many people: mentions decided a second", 10_000, aSecond),
                Figure.promised("many people: p99 of a mention", "at most 5 ms", "%.3f ms".formatted(p99Millis), p99Millis <= 5),
                Figure.promised("many people: bytes of index a person", "at most 300", "%,d".formatted(bytesAPerson), bytesAPerson <= 300),
                Figure.promised("many people: index filled anew, from memory", "at most 30 s", "%.1f s".formatted(rebuild.toMillis() / 1000.0), rebuild.toSeconds() < 30));
    }

    private static void link(LinkingRun run, List<Arrival> borough, int number) {
        Copy copy = new Copy(number);
        borough.forEach(record -> run.link(copy.of(record)));
    }

    private static Duration rebuild(LinkageModel model, LinkingRun run) {
        PersonIndex fresh = new PersonIndex(model);
        long start = System.nanoTime();
        for (long person = 1; person <= run.newPeople(); person++) {
            for (long mention : run.index().mentions(person)) {
                fresh.add(person, new Known(mention, Arrival.recordOf(mention), run.index().describes(mention)));
            }
            fresh.commit();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
