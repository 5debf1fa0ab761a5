package org.earlyhelp.hub.identity.lane;

import java.util.List;
import org.earlyhelp.hub.identity.IdentitySteward;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.earlyhelp.hub.identity.storage.EventStore;
import org.earlyhelp.hub.identity.storage.FamilyStore;
import org.earlyhelp.hub.identity.storage.PersonStore;
import org.earlyhelp.hub.linkage.Reason;
import org.springframework.stereotype.Component;

@Component
class Steward implements IdentitySteward {
    private final IdentityWriter writer;
    private final PersonStore people;
    private final FamilyStore families;
    private final EventStore events;

    Steward(IdentityWriter writer, PersonStore people, FamilyStore families, EventStore events) {
        this.writer = writer;
        this.people = people;
        this.families = families;
        this.events = events;
    }

    @Override
    public String merge(String one, String other) {
        long kept = writer.change(0, (index, changes) -> {
            long first = standing(one);
            long second = standing(other);
            require(first != second, "both references are of one person");
            require(!index.isSealed(first) && !index.isSealed(second), "a sealed identity is never joined");
            index.allow(first, second);
            people.keepApart(first, second, false);
            return merge(index, changes, Math.min(first, second), Math.max(first, second));
        });
        return people.ref(kept);
    }

    @Override
    public void unmerge(String kept, String gone) {
        writer.change(0, (index, changes) -> {
            long from = standing(kept);
            long restored = people.mergedInto(gone, kept).orElseThrow(() -> new IllegalArgumentException("that person was not merged into the other"));
            EventStore.Merge merge = events.lastMerge(kept, gone).orElseThrow(() -> new IllegalArgumentException("no merge of the two is recorded"));
            List<Long> mentions = merge.mentions().stream().filter(mention -> Long.valueOf(from).equals(index.personOf(mention))).toList();
            people.goneInto(restored, null);
            backTo(restored, merge.goneFamily(), true);
            backTo(from, merge.keptFamily(), false);
            apart(index, changes, from, restored, mentions, "unmerged");
            return null;
        });
    }

    @Override
    public String split(long mention) {
        long made = writer.change(1, (index, changes) -> {
            Long from = index.personOf(mention);
            require(from != null, "that mention is not linked to anybody");
            long fresh = changes.newPerson();
            apart(index, changes, from, fresh, List.of(mention), "split");
            return fresh;
        });
        return people.ref(made);
    }

    @Override
    public void seal(String person) {
        writer.change(0, (index, changes) -> {
            long sealed = standing(person);
            people.seal(sealed);
            index.seal(sealed);
            changes.touch(sealed, false);
            changes.step(new Changes.Step("sealed", sealed, null, List.of(), Reason.BY_A_STEWARD));
            return null;
        });
    }

    private static long merge(PersonIndex index, Changes changes, long kept, long gone) {
        List<Long> mentions = index.mentions(gone);
        mentions.forEach(mention -> index.move(mention, kept));
        index.keptApartFrom(gone).forEach(person -> index.keepApart(kept, person));
        changes.touch(kept, false);
        changes.merge(new Changes.Merge(kept, gone, mentions, Reason.BY_A_STEWARD));
        return kept;
    }

    private void apart(PersonIndex index, Changes changes, long from, long to, List<Long> mentions, String kind) {
        mentions.forEach(mention -> index.move(mention, to));
        index.keepApart(from, to);
        changes.part(new Changes.Parting(from, to, mentions));
        changes.touch(from, false);
        changes.touch(to, false);
        changes.step(new Changes.Step(kind, from, to, mentions, Reason.BY_A_STEWARD));
    }

    /** A family that ended by the merge goes on, if its people are still a family of their own. */
    private void backTo(long person, Long family, boolean always) {
        if (family != null && (families.revive(family) || always)) {
            people.placeIn(person, family);
        }
    }

    private long standing(String ref) {
        return people.standing(ref).orElseThrow(() -> new IllegalArgumentException("no person stands under that reference"));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
