package org.earlyhelp.hub.linkage.learned;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.earlyhelp.hub.linkage.Decision;
import org.earlyhelp.hub.linkage.Decision.Contradiction;
import org.earlyhelp.hub.linkage.Decision.Join;
import org.earlyhelp.hub.linkage.Decision.Unsure;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.Description.Kind;
import org.earlyhelp.hub.linkage.FirstFormModel;
import org.earlyhelp.hub.linkage.LinkageModel;
import org.earlyhelp.hub.linkage.Match;
import org.earlyhelp.hub.linkage.Reason;
import org.earlyhelp.hub.linkage.WeightPart;
import org.earlyhelp.hub.linkage.compare.BirthComparison;
import org.earlyhelp.hub.linkage.weight.MatchWeight;
import org.earlyhelp.hub.linkage.weight.WeightModel;

/**
 * The fixed rules first, then learned weights for what they leave open. By weight, a mention joins a person when the
 * best of all that is known of the person reaches {@link #JOIN_BITS}, the mean of all reaches {@link #WHOLE_BITS}, and
 * nothing keeps them apart ({@link KeptApart}, {@link Crowd}); from {@link #REVIEW_BITS} a person decides. The unborn, and mentions
 * whose identity is not known, are never joined by weight. Thread-safe.
 */
public final class LearnedModel implements LinkageModel {
    /** The weight from which a mention joins a person: 98% sure. */
    public static final double JOIN_BITS = MatchWeight.ofProbability(0.98);
    /** The weight from which a mention that is corrected stays with its person, if it would not be joined anew: even odds. */
    public static final double STAY_BITS = 0;
    /** The weight from which a steward is asked. */
    public static final double REVIEW_BITS = MatchWeight.ofProbability(0.6);
    /** What all that is known of two sides must weigh on the mean. */
    public static final double WHOLE_BITS = -1;
    /** By how many bits the mean must be higher when the smaller side doubles. */
    private static final double RISE_BITS = 2;

    private final FirstFormModel rules = new FirstFormModel();
    private final LearnedKeys keys = new LearnedKeys();
    private final SideWeigher sides;

    /** Throws IllegalArgumentException when the model's comparisons are not those of descriptions. */
    public LearnedModel(WeightModel model) {
        sides = new SideWeigher(model);
    }

    @Override
    public Set<String> blockingKeys(Description description) {
        return keys.of(description);
    }

    @Override
    public boolean mayBeOneBirth(int one, int other) {
        return BirthComparison.BIRTH.mayBeOne(one, other);
    }

    /** No rule joins them without an identifier, and {@link KeptApart#GENERATIONS} holds for every such pair. */
    @Override
    public boolean mayBeChildAndAdult() {
        return false;
    }

    @Override
    public Decision decide(Description mention, List<Description> known) {
        Decision byRule = rules.decide(mention, known);
        boolean settled = byRule instanceof Join join && join.match() == Match.CERTAIN && join.reason() != Reason.SAME_RECORD;
        if (settled || !mayBeWeighed(mention, known)) {
            return byRule;
        }
        Decision byWeight = byWeight(mention, known);
        return byRule instanceof Decision.Apart || byWeight instanceof Join ? weighed(byRule, byWeight) : byRule;
    }

    /** A rule's ground stands; what a rule was in doubt of, a weight may decide. */
    private static Decision weighed(Decision byRule, Decision byWeight) {
        boolean confirmed = byRule instanceof Join && byWeight instanceof Join;
        return confirmed ? new Join(((Join) byRule).match(), ((Join) byRule).reason(), ((Join) byWeight).weight()) : byWeight;
    }

    private static boolean mayBeWeighed(Description mention, List<Description> known) {
        return mention.kind() != Kind.UNBORN && !mention.identityUnknown()
                && known.stream().noneMatch(it -> it.kind() == Kind.UNBORN || it.identityUnknown());
    }

    private static boolean numbersDiffer(List<Description> one, List<Description> other) {
        return isDisjoint(one, other, Description::nhsNumber) || isDisjoint(one, other, Description::upn);
    }

    private Decision byWeight(Description mention, List<Description> known) {
        SideWeigher.Side side = sides.weigh(mention, known);
        if (side.best() < REVIEW_BITS || side.keptApart() || numbersDiffer(List.of(mention), known)) {
            return Decision.APART;
        }
        if (side.best() < JOIN_BITS || side.mean() < WHOLE_BITS || Crowd.grows(known, List.of(mention))) {
            return new Unsure(side.best());
        }
        return new Join(side.nothingAgainst() ? Match.CERTAIN : Match.PROBABLE, Reason.SAME_BY_WEIGHT, side.best());
    }

    @Override
    public boolean mayBeOne(List<Description> one, List<Description> other) {
        if (numbersDiffer(one, other) || Crowd.grows(one, other)) {
            return false;
        }
        double mean = sides.mean(one, other);
        double bar = WHOLE_BITS + RISE_BITS * MatchWeight.ofOdds(Math.min(one.size(), other.size()));
        return mean > Double.NEGATIVE_INFINITY && (rules.mayBeOne(one, other) || mean >= bar);
    }

    @Override
    public boolean mayStay(Description mention, List<Description> rest) {
        return rules.mayStay(mention, rest) || mayBeWeighed(mention, rest) && mayBeOne(List.of(mention), rest) && sides.weigh(mention, rest).best() >= STAY_BITS;
    }

    /** The best weight of a mention against all that is known of a person. */
    public double weight(Description mention, List<Description> known) {
        return sides.weigh(mention, known).best();
    }

    /** One aspect after the other: each line adds what it says beyond the lines before. */
    @Override
    public List<WeightPart> explain(Description one, Description other) {
        return sides.explain(one, other);
    }

    /** Both sides state the field and share no value. */
    private static boolean isDisjoint(List<Description> one, List<Description> other, Function<Description, Object> field) {
        Set<Object> mine = values(one, field);
        return !mine.isEmpty() && other.stream().map(field).anyMatch(Objects::nonNull) && other.stream().map(field).noneMatch(mine::contains);
    }

    private static Set<Object> values(List<Description> of, Function<Description, Object> field) {
        return of.stream().map(field).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
