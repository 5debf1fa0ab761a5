package org.earlyhelp.hub.identity.lane;

import java.util.Set;
import java.util.function.Function;
import org.earlyhelp.hub.identity.IdentityRehearsal;
import org.springframework.stereotype.Component;

@Component
class Rehearsal implements IdentityRehearsal {
    private final IdentityWriter writer;
    private final IdentityActs acts;
    private final Settler settler;

    Rehearsal(IdentityWriter writer, IdentityActs acts, Settler settler) {
        this.writer = writer;
        this.settler = settler;
        this.acts = acts;
    }

    @Override
    public <T> T ofMerge(String one, String other, Function<Set<Long>, T> look) {
        return writer.rehearse(0, (index, changes) -> acts.merge(index, changes, one, other), look);
    }

    @Override
    public <T> T ofUnmerge(String kept, String gone, Function<Set<Long>, T> look) {
        return writer.rehearse(0, (index, changes) -> acts.unmerge(index, changes, kept, gone), look);
    }

    @Override
    public <T> T ofSettle(String person, Function<Set<Long>, T> look) {
        return writer.rehearse(Settler.NEW_PEOPLE_LIMIT, (index, changes) -> settler.settle(index, changes, acts.standing(person)), look);
    }

    @Override
    public <T> T ofSplit(String person, long mention, Function<Set<Long>, T> look) {
        return writer.rehearse(1, (index, changes) -> acts.split(index, changes, person, mention), look);
    }
}
