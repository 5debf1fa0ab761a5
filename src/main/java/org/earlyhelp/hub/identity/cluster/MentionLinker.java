package org.earlyhelp.hub.identity.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.earlyhelp.hub.identity.cluster.Placement.Conflict;
import org.earlyhelp.hub.linkage.Agreement;
import org.earlyhelp.hub.linkage.Decision;
import org.earlyhelp.hub.linkage.Decision.Contradiction;
import org.earlyhelp.hub.linkage.Decision.Join;
import org.earlyhelp.hub.linkage.Decision.Unsure;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.LinkageModel;
import org.earlyhelp.hub.linkage.Match;
import org.earlyhelp.hub.linkage.Reason;

/**
 * Decides where a mention belongs among everybody known. Two mentions of one record are never one person; the sealed
 * and those kept apart by a steward are never joined. Changes nothing: the caller carries the placement out.
 */
public final class MentionLinker {
    /** How many people at most a mention is put to a steward with, for want of certainty. */
    static final int DOUBTS_LIMIT = 3;
    /** Two people whose weights differ by less fit equally well, in bits. */
    private static final double DRAW_BITS = 3;
    private final LinkageModel model;
    private final PersonIndex index;
    private final Set<Long> restricted;

    /** The same with nobody restricted. */
    public MentionLinker(LinkageModel model, PersonIndex index) {
        this(model, index, Set.of());
    }

    /** {@code restricted}: people whom only an identifier joins; where likeness would, a steward is asked. */
    MentionLinker(LinkageModel model, PersonIndex index, Set<Long> restricted) {
        this.model = model;
        this.index = index;
        this.restricted = restricted;
    }

    /** Places a mention that was never placed. */
    public Placement place(Known mention) {
        return place(mention, null, null);
    }

    /**
     * Places a mention again after it was corrected. It stays where it is when a rule still says so, or when name or
     * date of birth of what it said before still stand and nobody else fits.
     *
     * @param person the person it is linked to; the index no longer holds the mention itself
     * @param before what it said before
     */
    public Placement placeAgain(Known mention, long person, Description before) {
        return place(mention, person, before);
    }

    private Placement place(Known mention, Long person, Description before) {
        List<Candidate> candidates = candidates(mention, person);
        List<Conflict> conflicts = new ArrayList<>();
        candidates.stream().filter(it -> it.decision instanceof Contradiction)
                .forEach(it -> conflicts.add(new Conflict(it.person, ((Contradiction) it.decision).reason())));

        List<Candidate> joins = candidates.stream().filter(it -> it.decision instanceof Join).sorted(Comparator.comparing(it -> it, Candidate::compare)).toList();
        if (joins.isEmpty()) {
            conflicts.addAll(doubts(candidates));
            return person != null && staysWith(mention.description(), person, before)
                    ? new Placement(person, List.of(), Match.CERTAIN, Reason.SAME_RECORD, conflicts) : unplaced(conflicts, person);
        }
        return joined(joins, person, before, mention.description(), conflicts);
    }

    /** The most likely of those who may be the person, at most {@link #DOUBTS_LIMIT}: no steward reads a longer list. */
    private static List<Conflict> doubts(List<Candidate> candidates) {
        return candidates.stream().filter(it -> it.decision instanceof Unsure).sorted(Comparator.comparing(it -> it, Candidate::compare)).limit(DOUBTS_LIMIT)
                .map(it -> new Conflict(it.person, Reason.PERHAPS_THE_SAME, ((Unsure) it.decision).weight())).toList();
    }

    private Placement joined(List<Candidate> joins, Long person, Description before, Description now, List<Conflict> conflicts) {
        Candidate best = joins.get(0);
        if (joins.size() > 1 && isDraw(best, joins.get(1))) {
            joins.forEach(it -> conflicts.add(new Conflict(it.person, Reason.SEVERAL_CANDIDATES)));
            return unplaced(conflicts, null);
        }
        List<Long> same = new ArrayList<>();
        for (Candidate other : joins.subList(1, joins.size())) {
            if (mayMerge(best) && mayMerge(other) && Stream.concat(Stream.of(best.person), same.stream()).allMatch(it -> mayBeOne(it, other.person))) {
                same.add(other.person);
            } else if (!isFallback(other)) {
                conflicts.add(new Conflict(other.person, Reason.SEVERAL_CANDIDATES));
            }
        }
        boolean leavesNobody = person != null && person != best.person && !same.contains(person) && index.mentions(person).isEmpty();
        if (leavesNobody && !index.isSealed(person) && staysWith(now, person, before)) {
            same.add(person);
        }
        Join join = (Join) best.decision;
        return new Placement(best.person, same, join.match(), join.reason(), conflicts);
    }

    private List<Candidate> candidates(Known mention, Long person) {
        Set<Long> named = index.othersOfRecord(mention.recordId(), mention.mentionId());
        if (person != null && index.isSealed(person)) {
            return List.of();
        }
        return index.candidates(mention.description()).stream()
                .filter(it -> !index.isSealed(it) && !named.contains(it) && (person == null || !index.areKeptApart(it, person)))
                .map(it -> new Candidate(it, asFarAsAllowed(it, model.decide(mention.description(), index.descriptions(it))))).toList();
    }

    private Decision asFarAsAllowed(long person, Decision decision) {
        boolean byLikeness = decision instanceof Join join && join.reason().ordinal() > Reason.SAME_LOCAL_REFERENCE.ordinal() && join.reason() != Reason.SAME_RECORD;
        return byLikeness && restricted.contains(person) ? new Unsure(0) : decision;
    }

    /** Two that fit equally well by name alone, and cannot be one: chance would decide. */
    private boolean isDraw(Candidate one, Candidate other) {
        Join first = (Join) one.decision;
        Join second = (Join) other.decision;
        boolean equallyGood = first.match() == second.match() && first.reason() == second.reason() && !(first.weight() - second.weight() >= DRAW_BITS)
                && first.reason().ordinal() > Reason.SAME_LOCAL_REFERENCE.ordinal();
        return equallyGood && !mayBeOne(one.person, other.person);
    }

    private boolean mayBeOne(long one, long other) {
        return !index.areKeptApart(one, other) && !index.isSealed(one) && !index.isSealed(other) && !index.areNamedTogether(one, other)
                && model.mayBeOne(index.descriptions(one), index.descriptions(other));
    }

    private boolean staysWith(Description now, long person, Description before) {
        if (index.isSealed(person)) {
            return true;
        }
        List<Description> rest = index.descriptions(person);
        if (!rest.isEmpty()) {
            return now.name().isExactly(before.name()) && model.mayStay(now, rest);
        }
        Agreement forename = now.name().compareForenames(before.name());
        Agreement born = Agreement.of(now.born(), before.born());
        return forename == Agreement.AGREES || forename == Agreement.UNKNOWN && born != Agreement.DIFFERS
                || born == Agreement.AGREES && now.name().compareSurname(before.name()) != Agreement.DIFFERS;
    }

    private static Placement unplaced(List<Conflict> conflicts, Long leaves) {
        return conflicts.isEmpty() ? Placement.fresh(Match.NEW, leaves == null ? Reason.FIRST_MENTION : Reason.CORRECTED, conflicts)
                : Placement.fresh(Match.REVIEW, conflicts.get(0).reason(), conflicts);
    }

    /** Certain, or by weight: then the two people as wholes are weighed too. */
    private static boolean mayMerge(Candidate candidate) {
        Join join = (Join) candidate.decision;
        return (join.match() == Match.CERTAIN || Double.isFinite(join.weight())) && !isFallback(candidate);
    }

    private static boolean isFallback(Candidate candidate) {
        return ((Join) candidate.decision).reason() == Reason.SAME_RECORD;
    }

    private record Candidate(long person, Decision decision) {
        static int compare(Candidate one, Candidate other) {
            if (one.decision.strongest(other.decision) == one.decision && other.decision.strongest(one.decision) == other.decision) {
                return Long.compare(one.person, other.person);
            }
            return one.decision.strongest(other.decision) == one.decision ? -1 : 1;
        }
    }
}
