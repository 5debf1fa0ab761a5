package org.earlyhelp.hub.cli.bench.borough;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.earlyhelp.hub.linkage.LinkageModel;

/**
 * Whether the blocking keys bring together what belongs together, and how many people each mention is compared with.
 *
 * @param pairs      true pairs of mentions
 * @param sharing    those of them that share a key
 * @param candidates people who share a key with a mention, of each mention, ascending, in the index as it is at the end
 */
record BlockingCheck(long pairs, long sharing, int[] candidates) {
    static BlockingCheck of(LinkageModel model, PersonIndex index, Collection<Linked> linked) {
        long pairs = 0;
        long sharing = 0;
        for (List<Linked> same : linked.stream().collect(Collectors.groupingBy(Linked::who)).values()) {
            List<Set<String>> keys = same.stream().map(it -> model.blockingKeys(index.describes(it.mention()))).toList();
            for (int one = 0; one < keys.size(); one++) {
                for (int other = one + 1; other < keys.size(); other++) {
                    pairs++;
                    sharing += Collections.disjoint(keys.get(one), keys.get(other)) ? 0 : 1;
                }
            }
        }
        int[] candidates = linked.stream().mapToInt(it -> index.candidates(index.describes(it.mention())).size()).sorted().toArray();
        return new BlockingCheck(pairs, sharing, candidates);
    }

    double recall() {
        return pairs == 0 ? 1 : (double) sharing / pairs;
    }

    double mean() {
        return Arrays.stream(candidates).average().orElse(0);
    }

    int p99() {
        return candidates.length == 0 ? 0 : candidates[(int) Math.ceil(0.99 * candidates.length) - 1];
    }

    int max() {
        return candidates.length == 0 ? 0 : candidates[candidates.length - 1];
    }
}
