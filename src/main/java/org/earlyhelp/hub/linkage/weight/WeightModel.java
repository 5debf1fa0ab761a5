package org.earlyhelp.hub.linkage.weight;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Learned weights as a file holds them: dated, readable, and without any name that fewer than
 * {@value #LEAST_BEARERS} people bear. Immutable.
 *
 * @param learnedFrom    what data, in words
 * @param records        how many descriptions were learned from
 * @param people         how many people they were judged to be
 * @param matchShare     the share of all pairs that are of one person
 * @param householdShare the share of all pairs that are of two people of one household
 * @param rareShare      how common a name is taken to be that is not among the common ones
 * @param nameLift       how much more often two strangers agree in forename and surname both than the two by themselves say
 * @param comparisons    the comparisons, in the order in which they are read
 * @param forenames      common forenames, folded, with the share of people who bear them
 * @param surnames       common surnames, likewise
 * @param agencies       of each agency and aspect the probabilities of the levels among records of one person, drawn
 *                       towards the common ones where the agency sent little
 */
public record WeightModel(LocalDate made, String learnedFrom, long records, long people, double matchShare, double householdShare, double rareShare, double nameLift,
                          List<Comparison> comparisons, Map<String, Double> forenames, Map<String, Double> surnames,
                          Map<String, Map<Aspect, List<Double>>> agencies) {
    /** A name borne by fewer people is in no model file. */
    public static final int LEAST_BEARERS = 10;

    /** A comparison and its levels, "not stated" left out where it says nothing. */
    public record Comparison(Aspect aspect, List<Level> levels) {
        public Comparison {
            levels = List.copyOf(levels);
        }
    }

    /**
     * One level.
     *
     * @param match     its probability among two records of one person
     * @param household its probability among two people of one household
     * @param chance    its probability among any two people
     */
    public record Level(String name, double match, double household, double chance) {
    }

    public WeightModel {
        comparisons = List.copyOf(comparisons);
        forenames = Map.copyOf(forenames);
        surnames = Map.copyOf(surnames);
        agencies = Map.copyOf(agencies);
    }
}
