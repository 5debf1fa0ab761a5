package org.earlyhelp.hub.cli.match;

import java.util.Locale;
import java.util.function.Consumer;
import org.earlyhelp.hub.linkage.dataset.Matched;
import org.earlyhelp.hub.linkage.weight.MatchWeight;

/** How two records compare, in words and weights; no value of theirs is shown. */
final class PairReport {
    private final Matched matched;
    private final Consumer<String> say;

    PairReport(Matched matched, Consumer<String> say) {
        this.matched = matched;
        this.say = say;
    }

    void tell(int one, int other) {
        for (Matched.Line line : matched.explain(one, other)) {
            say.accept(String.format(Locale.ROOT, "%-24s %9.4f  %s", line.field(), line.weight(), line.words()));
        }
        double weight = matched.weight(one, other);
        say.accept("A field's part is what the weight would lose without it; the parts need not add up, as fields speak together of a household.");
        say.accept(String.format(Locale.ROOT, "Of the two alone: weight %.4f, probability %.6f", weight, MatchWeight.probability(weight)));
        boolean together = matched.cluster(one) == matched.cluster(other);
        say.accept(together ? "In one cluster: yes" + liftedBy(one, other, weight) : "In one cluster: no");
    }

    private String liftedBy(int one, int other, double weight) {
        double[] listed = {weight};
        matched.forEachPair(1, (earlier, later, at) -> {
            if (earlier == Math.min(one, other) && later == Math.max(one, other)) {
                listed[0] = at;
            }
        });
        return listed[0] <= weight ? "" : String.format(Locale.ROOT, ", whose weakest join has weight %.4f: the pair is listed with that", listed[0]);
    }
}
