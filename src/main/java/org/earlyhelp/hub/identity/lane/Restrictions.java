package org.earlyhelp.hub.identity.lane;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.identity.PersonRestrictions;
import org.earlyhelp.hub.identity.storage.PersonStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.linkage.Reason;
import org.springframework.stereotype.Component;

/** Restricts people in the lane, so that no record is judged by the old word meanwhile. */
@Component
class Restrictions implements PersonRestrictions {
    private final IdentityWriter writer;
    private final IdentityActs acts;
    private final PersonStore people;
    private final HubClock clock;

    Restrictions(IdentityWriter writer, IdentityActs acts, PersonStore people, HubClock clock) {
        this.writer = writer;
        this.acts = acts;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Set<String> among(Set<String> asked) {
        Set<String> restricted = new HashSet<>();
        people.restricted().stream().map(people::ref).filter(asked::contains).forEach(restricted::add);
        return restricted;
    }

    @Override
    public void restrict(String request, String person) {
        writer.change(0, (index, changes) -> {
            long standing = acts.standing(person);
            people.restrict(request, standing, clock.now());
            changes.touch(standing, true);
            changes.step(new Changes.Step("restricted", standing, null, List.of(), Reason.BY_A_STEWARD));
            return null;
        });
    }

    @Override
    public void lift(String request) {
        writer.change(0, (index, changes) -> {
            people.lift(request, clock.now()).ifPresent(person -> {
                changes.touch(person, true);
                changes.step(new Changes.Step("restriction lifted", person, null, List.of(), Reason.BY_A_STEWARD));
            });
            return null;
        });
    }
}
