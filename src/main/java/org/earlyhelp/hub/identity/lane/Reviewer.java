package org.earlyhelp.hub.identity.lane;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.earlyhelp.hub.identity.Hand;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.earlyhelp.hub.identity.review.PairWeights;
import org.earlyhelp.hub.identity.review.ReviewAct;
import org.earlyhelp.hub.identity.review.ReviewAnswer;
import org.earlyhelp.hub.identity.review.ReviewAnswer.Fault;
import org.earlyhelp.hub.identity.review.ReviewCounts;
import org.earlyhelp.hub.identity.review.ReviewDesk;
import org.earlyhelp.hub.identity.review.ReviewForm;
import org.earlyhelp.hub.identity.review.ReviewLife;
import org.earlyhelp.hub.identity.review.ReviewPair;
import org.earlyhelp.hub.identity.review.ReviewState;
import org.earlyhelp.hub.identity.review.ReviewStep;
import org.earlyhelp.hub.identity.storage.ReviewStore;
import org.earlyhelp.hub.identity.storage.StatementStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.London;
import org.springframework.stereotype.Component;

/** Takes answers about pairs: checks the form, carries the act out and keeps it, in one transaction of the lane. */
@Component
class Reviewer implements ReviewDesk {
    private final IdentityWriter writer;
    private final IdentityActs acts;
    private final ReviewStore store;
    private final StatementStore statements;
    private final PairWeights weights;
    private final HubClock clock;

    Reviewer(IdentityWriter writer, IdentityActs acts, ReviewStore store, StatementStore statements, PairWeights weights, HubClock clock) {
        this.writer = writer;
        this.acts = acts;
        this.store = store;
        this.statements = statements;
        this.weights = weights;
        this.clock = clock;
    }

    @Override
    public List<ReviewPair> asked(int limit) {
        return askedNow().sorted(Comparator.comparing(ReviewPair::isSunk)).limit(limit).toList();
    }

    @Override
    public Optional<ReviewPair> find(long pair) {
        return store.find(pair).filter(found -> !found.sealed());
    }

    @Override
    public List<ReviewStep> steps(long pair) {
        return store.steps(pair);
    }

    @Override
    public Optional<Joined> joined(long pair) {
        return find(pair).filter(found -> found.state() == ReviewState.SAME).flatMap(found -> store.joinedBy(found.id()));
    }

    @Override
    public List<PairWeights.Weight> weights(ReviewPair pair) {
        return pair.isJoined() ? List.of()
                : weights.of(statements.descriptions(acts.standing(pair.one())), statements.descriptions(acts.standing(pair.other())), pair.placeHidden());
    }

    @Override
    public ReviewCounts counts() {
        LocalDate today = clock.today();
        List<ReviewPair> asked = askedNow().toList();
        long waiting = asked.stream().filter(pair -> pair.state() == ReviewState.WAITING).count();
        return store.counts(asked.size() - waiting, waiting, London.startOf(today),
                London.startOf(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))));
    }

    @Override
    public ReviewAnswer same(ReviewForm form) {
        return act(form, pair -> pair.placeHidden() ? ReviewAct.PROPOSE : ReviewAct.JOIN);
    }

    @Override
    public ReviewAnswer different(ReviewForm form) {
        return act(form, pair -> ReviewAct.KEEP_APART);
    }

    @Override
    public ReviewAnswer notSure(ReviewForm form) {
        return act(form, pair -> ReviewAct.LEAVE_OPEN);
    }

    @Override
    public ReviewAnswer confirm(ReviewForm form) {
        return act(form, pair -> ReviewAct.CONFIRM);
    }

    @Override
    public ReviewAnswer decline(ReviewForm form) {
        return act(form, pair -> ReviewAct.DECLINE);
    }

    @Override
    public ReviewAnswer undo(ReviewForm form) {
        return act(form, pair -> ReviewAct.UNDO);
    }

    private Stream<ReviewPair> askedNow() {
        return store.undecided().stream().filter(ReviewPair::isAsked);
    }

    private ReviewAnswer act(ReviewForm form, Function<ReviewPair, ReviewAct> choice) {
        ReviewAnswer answer = answer(form, choice);
        return answer instanceof ReviewAnswer.Done ? new ReviewAnswer.Done(store.find(form.pair()).orElseThrow()) : answer;
    }

    private ReviewAnswer answer(ReviewForm form, Function<ReviewPair, ReviewAct> choice) {
        return writer.change(0, (index, changes) -> {
            Optional<ReviewPair> found = find(form.pair());
            if (found.isEmpty()) {
                return ReviewAnswer.refused(Fault.UNKNOWN, "There is no such pair, or it may not be shown.");
            }
            ReviewAct act = choice.apply(found.get());
            FormCheck check = new FormCheck(found.get(), store.steps(form.pair()), form, act);
            if (check.isRepeated()) {
                return new ReviewAnswer.Done(found.get());
            }
            return check.refusal().orElseGet(() -> done(index, changes, found.get(), form, act));
        });
    }

    private ReviewAnswer done(PersonIndex index, Changes changes, ReviewPair pair, ReviewForm form, ReviewAct act) {
        changes.signed(new Hand(form.by(), form.reason()));
        ReviewState next = ReviewLife.next(pair.state(), act).orElseThrow();
        switch (act) {
            case JOIN, CONFIRM -> join(index, changes, pair);
            case KEEP_APART -> {
                acts.keepApart(index, acts.standing(pair.one()), acts.standing(pair.other()));
                store.settle(pair.id()).ifPresent(person -> changes.touch(person, false));
            }
            case UNDO -> {
                Optional<ReviewAnswer> refusal = takeBack(index, changes, pair);
                if (refusal.isPresent()) {
                    return refusal.get();
                }
            }
            case PROPOSE, LEAVE_OPEN, DECLINE -> {
                // Nothing but the state changes.
            }
        }
        store.keep(pair, next, new ReviewStep(pair.version() + 1, act, form.by(), form.reason(), clock.now()));
        return new ReviewAnswer.Done(pair);
    }

    private void join(PersonIndex index, Changes changes, ReviewPair pair) {
        long one = acts.standing(pair.one());
        long other = acts.standing(pair.other());
        acts.merge(index, changes, pair.one(), pair.other());
        store.joined(pair.id(), Math.min(one, other), Math.max(one, other));
        store.settle(pair.id());
    }

    /** Empty when it was taken back. */
    private Optional<ReviewAnswer> takeBack(PersonIndex index, Changes changes, ReviewPair pair) {
        if (pair.state() == ReviewState.SAME) {
            Joined joined = store.joinedBy(pair.id()).orElseThrow();
            if (pair.placeHidden()) {
                return Optional.of(ReviewAnswer.refused(Fault.NOT_ALLOWED, "The place of one of them is hidden: take " + joined.gone() + " out of "
                        + joined.kept() + " on its records, where a second person must say so too."));
            }
            if (!pair.one().equals(joined.kept())) {
                return Optional.of(ReviewAnswer.refused(Fault.STALE, joined.kept() + " is itself part of " + pair.one() + " by now: take that back first."));
            }
            acts.unmerge(index, changes, joined.kept(), joined.gone());
            store.unsettle(pair.id());
        } else if (!pair.isJoined()) {
            acts.allow(index, acts.standing(pair.one()), acts.standing(pair.other()));
            store.unsettle(pair.id()).ifPresent(person -> changes.touch(person, false));
        }
        return Optional.empty();
    }
}
