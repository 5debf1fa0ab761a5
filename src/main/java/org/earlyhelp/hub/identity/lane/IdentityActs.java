package org.earlyhelp.hub.identity.lane;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.earlyhelp.hub.identity.cluster.Newcomers;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.earlyhelp.hub.identity.storage.EventStore;
import org.earlyhelp.hub.identity.storage.EventStore.Moved;
import org.earlyhelp.hub.identity.storage.ExclusionStore;
import org.earlyhelp.hub.identity.storage.FamilyStore;
import org.earlyhelp.hub.identity.storage.PersonRow;
import org.earlyhelp.hub.identity.storage.PersonStore;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.LinkageModel;
import org.earlyhelp.hub.linkage.Reason;
import org.springframework.stereotype.Component;

/** What a person may do to identities, as a step of a change of the lane: used by the steward's acts, reviews and rehearsals. */
@Component
class IdentityActs {
    private final PersonStore people;
    private final ExclusionStore exclusions;
    private final FamilyStore families;
    private final EventStore events;
    private final LinkageModel model;

    IdentityActs(PersonStore people, ExclusionStore exclusions, FamilyStore families, EventStore events, LinkageModel model) {
        this.model = model;
        this.people = people;
        this.exclusions = exclusions;
        this.families = families;
        this.events = events;
    }

    /** Makes two people one; returns the id that stays, the older one. Refused as {@code IdentitySteward.merge} says. */
    long merge(PersonIndex index, Changes changes, String one, String other) {
        long first = standing(one);
        long second = standing(other);
        require(first != second, "both references are of one person");
        require(!index.isSealed(first) && !index.isSealed(second), "a sealed identity is never joined");
        allow(index, first, second);
        long kept = Math.min(first, second);
        changes.touch(kept, false);
        changes.join(index, kept, Math.max(first, second), Reason.BY_A_STEWARD);
        return kept;
    }

    /** Parts two people again as they were before the merge; returns the id that stands again. Refused as {@code IdentitySteward.unmerge} says. */
    long unmerge(PersonIndex index, Changes changes, String kept, String gone) {
        long from = standing(kept);
        long restored = requireMerged(kept, gone);
        EventStore.Merge merge = events.lastMerge(kept, gone).orElseThrow(() -> new IllegalArgumentException("no merge of the two is recorded"));
        List<Long> mentions = mentionsOf(index, from, merge);
        people.goneInto(restored, null);
        dropCarried(index, restored, from);
        backTo(restored, merge.restore().goneFamily(), true);
        backTo(from, merge.restore().keptFamily(), false);
        back(changes, merge.restore().moved());
        apart(index, changes, from, restored, mentions, "unmerged");
        return restored;
    }

    /** The mentions that came by the merge, and those since then that are rather the gone person's. */
    private List<Long> mentionsOf(PersonIndex index, long from, EventStore.Merge merge) {
        List<Long> returning = merge.mentions().stream().filter(mention -> Long.valueOf(from).equals(index.personOf(mention))).toList();
        List<Long> stayed = merge.restore().stayed();
        if (stayed.isEmpty()) {
            return returning;
        }
        List<Long> late = index.mentions(from).stream().filter(mention -> !returning.contains(mention) && !stayed.contains(mention)).toList();
        Newcomers newcomers = new Newcomers(model, described(index, stayed), described(index, returning));
        return Stream.concat(returning.stream(), newcomers.ofTheLeaving(late, index).stream()).toList();
    }

    private static List<Description> described(PersonIndex index, List<Long> mentions) {
        return mentions.stream().map(index::describes).filter(Objects::nonNull).distinct().toList();
    }

    /** Takes one mention out as a new person, and returns its id. Refused as {@code IdentitySteward.split} says. */
    long split(PersonIndex index, Changes changes, String person, long mention) {
        long from = requireSplittable(index, person, mention);
        long fresh = changes.newPerson();
        apart(index, changes, from, fresh, List.of(mention), "split");
        return fresh;
    }

    /** Refuses an unmerge that does not fit; returns the id of who is to stand again. */
    long requireMerged(String kept, String gone) {
        return people.mergedInto(gone, kept).orElseThrow(() -> new IllegalArgumentException("that person was not merged into the other"));
    }

    /** Refuses a split that does not fit; returns the id of the person. */
    long requireSplittable(PersonIndex index, String person, long mention) {
        long from = standing(person);
        require(Long.valueOf(from).equals(index.personOf(mention)), "that record does not speak of that person any more");
        require(index.mentions(from).size() > 1, "the person has no other record");
        return from;
    }

    /** Lets rules join the two again. */
    void allow(PersonIndex index, long one, long other) {
        index.allow(one, other);
        exclusions.keepApart(one, other, false);
    }

    /** Lets no rule join the two. */
    void keepApart(PersonIndex index, long one, long other) {
        index.keepApart(one, other);
        exclusions.keepApart(one, other, true);
    }

    long standing(String ref) {
        return people.standing(ref).orElseThrow(() -> new IllegalArgumentException("no person stands under that reference"));
    }

    private void apart(PersonIndex index, Changes changes, long from, long to, List<Long> mentions, String kind) {
        mentions.forEach(mention -> index.move(mention, to));
        index.keepApart(from, to);
        changes.part(new Changes.Parting(from, to, mentions, true));
        changes.touch(from, false);
        changes.touch(to, false);
        changes.step(new Changes.Step(kind, from, to, mentions, Reason.BY_A_STEWARD));
    }

    private void dropCarried(PersonIndex index, long gone, long kept) {
        Set<Long> left = exclusions.dropCarried(gone, kept);
        index.keptApartFrom(kept).stream().filter(other -> !left.contains(other)).forEach(other -> index.allow(kept, other));
    }

    /** Everybody whom the merge moved goes back, unless moved on since; who was hidden by it alone is no longer. */
    private void back(Changes changes, List<Moved> moved) {
        Collection<PersonRow> now = people.read(moved.stream().map(Moved::person).toList()).values();
        for (PersonRow person : now) {
            moved.stream().filter(it -> it.person() == person.id() && Objects.equals(it.to(), person.family())).forEach(this::back);
        }
        moved.stream().filter(it -> it.to() != null && !it.to().equals(it.from()) && people.isEmpty(it.to())).forEach(it -> changes.emptied(it.to(), it.person()));
        List<Long> standing = now.stream().filter(person -> person.family() != null).map(PersonRow::id).toList();
        people.showAgain(moved.stream().filter(Moved::hid).map(Moved::person).filter(standing::contains).toList());
        standing.forEach(person -> changes.touch(person, false));
    }

    private void back(Moved moved) {
        if (moved.from() != null) {
            families.revive(moved.from());
            people.placeIn(moved.person(), moved.from());
        }
    }

    /** A family that ended by the merge goes on, if its people are still a family of their own. */
    private void backTo(long person, Long family, boolean always) {
        if (family != null && (families.revive(family) || always)) {
            people.placeIn(person, family);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
