package org.earlyhelp.hub.linkage.learned;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.earlyhelp.hub.linkage.compare.BirthComparison;
import org.earlyhelp.hub.linkage.compare.BirthLevel;
import org.earlyhelp.hub.linkage.weight.MatchWeight;
import org.earlyhelp.hub.linkage.weight.WeightModel;

/**
 * The fixed rules first, then learned weights for what they leave open. By weight, a mention joins a person when the
 * best of all that is known of the person reaches {@link #JOIN_BITS}, the mean of all reaches {@link #WHOLE_BITS}, and
 * nothing keeps them apart ({@link KeptApart}); from {@link #REVIEW_BITS} a person decides. The unborn, and mentions
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
    /** What one pair of descriptions weighs at most for or against, within the mean. */
    private static final double MOST_OF_ONE_PAIR = 15;
    /** By how many bits the mean must be higher when the smaller side doubles. */
    private static final double RISE_BITS = 2;

    /** What two dates of birth that no slip explains weigh, in bits, where the rest is not compared. */
    private static final double BORN_APART_BITS = -7;

    private final FirstFormModel rules = new FirstFormModel();
    private final DescriptionComparison comparison = new DescriptionComparison();
    private final LearnedKeys keys = new LearnedKeys();
    private final Weigher weigher;

    /** Throws IllegalArgumentException when the model's comparisons are not those of descriptions. */
    public LearnedModel(WeightModel model) {
        weigher = new Weigher(model);
    }

    @Override
    public Set<String> blockingKeys(Description description) {
        return keys.of(description);
    }

    @Override
    public boolean mayBeOneBirth(LocalDate one, LocalDate other) {
        return BirthComparison.BIRTH.compare(one, other) != BirthLevel.DIFFERENT;
    }

    @Override
    public Decision decide(Description mention, List<Description> known) {
        Decision byRule = rules.decide(mention, known);
        boolean settled = byRule instanceof Join join && join.match() == Match.CERTAIN && join.reason() != Reason.SAME_RECORD;
        if (settled || !mayBeWeighed(mention, known) || numbersDiffer(List.of(mention), known)) {
            return byRule;
        }
        Decision byWeight = byWeight(weigh(mention, known));
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

    private static Decision byWeight(Side side) {
        if (side.best < REVIEW_BITS || side.keptApart) {
            return Decision.APART;
        }
        if (side.best < JOIN_BITS || side.mean < WHOLE_BITS) {
            return new Unsure(side.best);
        }
        return new Join(side.nothingAgainst ? Match.CERTAIN : Match.PROBABLE, Reason.SAME_BY_WEIGHT, side.best);
    }

    /** What a mention weighs against all that is known of a person. */
    private record Side(double best, double mean, boolean keptApart, boolean nothingAgainst) {
    }

    private Side weigh(Description mention, List<Description> known) {
        double best = Double.NEGATIVE_INFINITY;
        double sum = 0;
        boolean keptApart = false;
        boolean nothingAgainst = false;
        boolean bestApart = false;
        for (Description it : known) {
            if (DescriptionComparison.births(mention, it) == BirthLevel.DIFFERENT) {
                // Never joined by this one: the rest need not be compared.
                keptApart |= KeptApart.isOfOtherPeople(mention, it);
                sum += BORN_APART_BITS;
                continue;
            }
            Compared compared = comparison.compare(mention, it);
            double weight = weigher.weight(compared, mention.agency(), it.agency());
            KeptApart apart = KeptApart.of(mention, it, compared);
            keptApart |= apart != null && apart.isOfPeople();
            sum += clipped(weight);
            if (weight > best) {
                best = weight;
                bestApart = apart != null;
                nothingAgainst = hasNothingAgainst(compared);
            }
        }
        return new Side(best, sum / known.size(), keptApart || bestApart, nothingAgainst);
    }

    private static double clipped(double weight) {
        return Math.max(-MOST_OF_ONE_PAIR, Math.min(MOST_OF_ONE_PAIR, weight));
    }

    /** Names and date of birth agree in full, or as forms of one name, and so does the address or the telephone. */
    private static boolean hasNothingAgainst(Compared compared) {
        return KeptApart.ONE_NAME.contains(compared.forenames()) && KeptApart.ONE_NAME.contains(compared.surnames()) && compared.births() == BirthLevel.EXACT
                && compared.agreesOnSex() && (compared.agreesOnPlace() || compared.agreesOnPhone());
    }

    @Override
    public boolean mayBeOne(List<Description> one, List<Description> other) {
        if (numbersDiffer(one, other)) {
            return false;
        }
        double sum = 0;
        for (Description mine : one) {
            for (Description theirs : other) {
                Compared compared = comparison.compare(mine, theirs);
                KeptApart apart = KeptApart.of(mine, theirs, compared);
                if (apart != null && apart.isOfPeople()) {
                    return false;
                }
                sum += clipped(weigher.weight(compared, mine.agency(), theirs.agency()));
            }
        }
        double bar = WHOLE_BITS + RISE_BITS * MatchWeight.ofOdds(Math.min(one.size(), other.size()));
        return rules.mayBeOne(one, other) || sum / ((double) one.size() * other.size()) >= bar;
    }

    @Override
    public boolean mayStay(Description mention, List<Description> rest) {
        return rules.mayStay(mention, rest) || mayBeWeighed(mention, rest) && mayBeOne(List.of(mention), rest) && weigh(mention, rest).best >= STAY_BITS;
    }

    /** The best weight of a mention against all that is known of a person. */
    public double weight(Description mention, List<Description> known) {
        return weigh(mention, known).best;
    }

    /** How the two compare, aspect by aspect, the first line being what is assumed before comparing. Holds no values. */
    public List<Part> explain(Description one, Description other) {
        Compared compared = comparison.compare(one, other);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("before comparing", "any two people of the borough", weigher.start()));
        for (int k = 0; k < DescriptionComparison.ASPECTS.size(); k++) {
            parts.add(new Part(DescriptionComparison.ASPECTS.get(k).words(), DescriptionComparison.words(DescriptionComparison.ASPECTS.get(k), compared.levels()[k]),
                    weigher.part(compared, k, one.agency(), other.agency())));
        }
        return parts;
    }

    /** One line of an explanation; {@code bits} is the part of the weight. */
    public record Part(String aspect, String words, double bits) {
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
