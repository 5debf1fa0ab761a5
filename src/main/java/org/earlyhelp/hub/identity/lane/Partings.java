package org.earlyhelp.hub.identity.lane;

import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.identity.Hand;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.earlyhelp.hub.identity.review.Parting;
import org.earlyhelp.hub.identity.review.PartingDesk;
import org.earlyhelp.hub.identity.storage.PartingStore;
import org.earlyhelp.hub.identity.storage.PersonStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.springframework.stereotype.Component;

/** Parts people by hand: at once, or by two hands where a place is hidden; what was proposed is asked for again by the second. */
@Component
class Partings implements PartingDesk {
    private final IdentityWriter writer;
    private final IdentityActs acts;
    private final Steward steward;
    private final PartingStore store;
    private final PersonStore people;
    private final HubClock clock;

    Partings(IdentityWriter writer, IdentityActs acts, Steward steward, PartingStore store, PersonStore people, HubClock clock) {
        this.writer = writer;
        this.acts = acts;
        this.steward = steward;
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Optional<String> part(Parting parting, Hand hand) {
        return writer.change(1, (index, changes) -> {
            requireFits(index, parting);
            Optional<Proposal> proposed = store.find(parting);
            if (store.touchesHidden(parting) && proposed.filter(it -> !it.by().equals(hand.account())).isEmpty()) {
                propose(parting, hand, proposed);
                return Optional.<Long>empty();
            }
            store.close(parting, true, hand, clock.now());
            return Optional.of(carryOut(index, changes, parting, hand));
        }).map(people::ref);
    }

    private void propose(Parting parting, Hand hand, Optional<Proposal> proposed) {
        if (proposed.isEmpty()) {
            store.propose(parting, hand, clock.now());
        }
    }

    private void requireFits(PersonIndex index, Parting parting) {
        if (parting instanceof Parting.Split split) {
            acts.requireSplittable(index, split.person(), split.mention());
        } else {
            acts.requireMerged(parting.person(), ((Parting.Unmerge) parting).gone());
        }
    }

    private long carryOut(PersonIndex index, Changes changes, Parting parting, Hand hand) {
        return parting instanceof Parting.Split split ? steward.split(index, changes, split.person(), split.mention(), hand)
                : steward.unmerge(index, changes, parting.person(), ((Parting.Unmerge) parting).gone(), hand);
    }

    @Override
    public void decline(Parting parting, Hand hand) {
        writer.change(0, (index, changes) -> {
            store.close(parting, false, hand, clock.now());
            return null;
        });
    }

    @Override
    public Optional<Proposal> proposed(Parting parting) {
        return store.find(parting);
    }

    @Override
    public List<Proposal> waiting(int limit) {
        return store.waiting(limit);
    }
}
