package org.earlyhelp.hub.identity.lane;

import java.util.List;
import org.earlyhelp.hub.identity.Hand;
import org.earlyhelp.hub.identity.IdentitySteward;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.earlyhelp.hub.identity.review.ReviewAct;
import org.earlyhelp.hub.identity.review.ReviewPair;
import org.earlyhelp.hub.identity.review.ReviewState;
import org.earlyhelp.hub.identity.review.ReviewStep;
import org.earlyhelp.hub.identity.storage.PersonStore;
import org.earlyhelp.hub.identity.storage.ReviewStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.linkage.Reason;
import org.springframework.stereotype.Component;

@Component
class Steward implements IdentitySteward {
    private final IdentityWriter writer;
    private final IdentityActs acts;
    private final Settler settler;
    private final PersonStore people;
    private final ReviewStore reviews;
    private final HubClock clock;

    Steward(IdentityWriter writer, IdentityActs acts, Settler settler, PersonStore people, ReviewStore reviews, HubClock clock) {
        this.writer = writer;
        this.acts = acts;
        this.settler = settler;
        this.people = people;
        this.reviews = reviews;
        this.clock = clock;
    }

    @Override
    public String merge(String one, String other) {
        return people.ref(writer.change(0, (index, changes) -> acts.merge(index, changes, one, other)));
    }

    @Override
    public void unmerge(String kept, String gone, Hand hand) {
        writer.change(0, (index, changes) -> unmerge(index, changes, kept, gone, hand));
    }

    /** The same as a step of a change of the lane; returns the id that stands again. */
    long unmerge(PersonIndex index, Changes changes, String kept, String gone, Hand hand) {
        changes.signed(hand);
        long parted = acts.unmerge(index, changes, kept, gone);
        reviews.decidedBy(acts.standing(kept), parted).forEach(pair -> takenBack(pair, hand));
        return parted;
    }

    /** A review that led to the merge must not go on saying that the two are one. */
    private void takenBack(long pair, Hand hand) {
        ReviewPair decided = reviews.find(pair).orElseThrow();
        String reason = hand.reason().isEmpty() ? "The merge was undone elsewhere." : hand.reason();
        reviews.unsettle(pair);
        reviews.keep(decided, ReviewState.UNDONE, new ReviewStep(decided.version() + 1, ReviewAct.UNDO, hand.account(), reason, clock.now()));
    }

    @Override
    public String split(String person, long mention, Hand hand) {
        return people.ref(writer.change(1, (index, changes) -> split(index, changes, person, mention, hand)));
    }

    /** The same as a step of a change of the lane; returns the new id. */
    long split(PersonIndex index, Changes changes, String person, long mention, Hand hand) {
        changes.signed(hand);
        return acts.split(index, changes, person, mention);
    }

    @Override
    public Settled settle(String person, Hand hand) {
        return writer.change(Settler.NEW_PEOPLE_LIMIT, (index, changes) -> {
            changes.signed(hand);
            return settler.settle(index, changes, acts.standing(person));
        });
    }

    @Override
    public void seal(String person) {
        writer.change(0, (index, changes) -> {
            long sealed = acts.standing(person);
            people.seal(sealed);
            index.seal(sealed);
            changes.touch(sealed, false);
            changes.step(new Changes.Step("sealed", sealed, null, List.of(), Reason.BY_A_STEWARD));
            return null;
        });
    }
}
