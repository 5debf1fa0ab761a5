package org.earlyhelp.hub.identity.lane;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.earlyhelp.hub.identity.IdentityChanged;
import org.earlyhelp.hub.identity.IdentityChanged.Kind;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.earlyhelp.hub.identity.lane.FamilyKeeper.Outcome;
import org.earlyhelp.hub.identity.storage.EventStore;
import org.earlyhelp.hub.identity.storage.EventStore.Event;
import org.earlyhelp.hub.identity.storage.EventStore.Moved;
import org.earlyhelp.hub.identity.storage.EventStore.Restore;
import org.earlyhelp.hub.identity.storage.ExclusionStore;
import org.earlyhelp.hub.identity.storage.FamilyStore;
import org.earlyhelp.hub.identity.storage.NewLink;
import org.earlyhelp.hub.identity.storage.PersonRow;
import org.earlyhelp.hub.identity.storage.PersonStore;
import org.earlyhelp.hub.identity.storage.ReviewStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down what a transaction changed: people, links, merges, families, events, findings and sharing-log entries. */
@Component
class ChangeKeeper {
    private final PersonStore people;
    private final ExclusionStore exclusions;
    private final FamilyStore families;
    private final EventStore events;
    private final FamilyKeeper familyKeeper;
    private final ReviewStore reviews;
    private final SharingNotes notes;
    private final ApplicationEventPublisher news;
    private final HubClock clock;

    ChangeKeeper(PersonStore people, ExclusionStore exclusions, FamilyStore families, EventStore events, FamilyKeeper familyKeeper, ReviewStore reviews, SharingNotes notes,
                 ApplicationEventPublisher news, HubClock clock) {
        this.people = people;
        this.exclusions = exclusions;
        this.families = families;
        this.events = events;
        this.familyKeeper = familyKeeper;
        this.reviews = reviews;
        this.notes = notes;
        this.news = news;
        this.clock = clock;
    }

    /** Writes everything; returns the families that now wait for an assessment, and whether that is urgent. */
    Map<Long, Boolean> keep(PersonIndex index, Changes changes) {
        if (changes.touched().isEmpty()) {
            return Map.of();
        }
        Instant now = clock.now();
        people.insert(List.copyOf(changes.newPeople()), now);
        changes.partings().forEach(parting -> part(parting, changes.newPeople().contains(parting.to())));
        Map<Long, PersonRow> before = people.read(changes.people());
        Map<Long, Long> former = merge(changes, before);
        // After the merges: a mention may have been moved by one and then corrected, and the last word about it stands.
        people.link(changes.links(), now);
        Outcome outcome = familyKeeper.keep(index, changes.touched(), former, hidden(changes, before));
        new Chronicle(before, outcome).write(changes, now);
        changes.doubts().forEach(doubt -> ask(index, doubt, now));
        note(index, changes, before);
        return outcome.toAssess();
    }

    private void part(Changes.Parting parting, boolean isNew) {
        people.move(parting.mentions(), parting.to());
        if (parting.forGood()) {
            exclusions.keepApart(parting.from(), parting.to(), true);
        }
        // An unmerge restores what was; whoever else gets words of a hidden person must not show where that person lives.
        if (isNew || !parting.forGood()) {
            people.hideLike(parting.to(), parting.from());
        }
    }

    /** The mention tells who the first of the two is by now: later records of the same batch may have joined them to somebody. */
    private void ask(PersonIndex index, Changes.Doubt doubt, Instant now) {
        Long one = index.personOf(doubt.mention());
        Long other = people.standing(doubt.other());
        if (one != null && !one.equals(other) && !index.isSealed(one) && !index.isSealed(other)) {
            reviews.raise(one, other, doubt.reason(), doubt.mention(), doubt.weight(), doubt.finding(), now);
        }
    }

    /** Carries merges out; returns families that may have nobody left, with whom to look for where they go. */
    private Map<Long, Long> merge(Changes changes, Map<Long, PersonRow> before) {
        Map<Long, Long> former = new LinkedHashMap<>(changes.emptied());
        for (Changes.Merge merge : changes.merges()) {
            people.move(merge.mentions(), merge.kept());
            people.goneInto(merge.gone(), merge.kept());
            families.forgetKin(merge.gone());
            exclusions.carryApart(merge.gone(), merge.kept());
            if (before.get(merge.gone()).family() != null) {
                former.put(before.get(merge.gone()).family(), merge.kept());
            }
        }
        return former;
    }

    /** Those made one with somebody whose place is hidden. */
    private static Set<Long> hidden(Changes changes, Map<Long, PersonRow> before) {
        Set<Long> hidden = new HashSet<>();
        changes.merges().stream().filter(merge -> hidden.contains(merge.gone()) || before.get(merge.gone()).placeHidden())
                .forEach(merge -> hidden.add(merge.kept()));
        return hidden;
    }

    private void note(PersonIndex index, Changes changes, Map<Long, PersonRow> rows) {
        Map<Long, String> refByMention = new HashMap<>();
        notes.decided(changes, rows.values().stream().collect(Collectors.toMap(PersonRow::id, PersonRow::ref)));
        changes.words().forEach(word -> refByMention.put(word.mention().id(), rows.get(index.personOf(word.mention().id())).ref()));
        notes.write(changes.words(), changes.links().stream().collect(Collectors.toMap(NewLink::mention, Function.identity())), refByMention);
    }

    /** Tells what happened, to the table of events and to whoever re-keys. */
    private final class Chronicle {
        private final Map<Long, PersonRow> before;
        private final Outcome outcome;
        private final List<Event> written = new ArrayList<>();
        private final List<IdentityChanged> told = new ArrayList<>();

        Chronicle(Map<Long, PersonRow> before, Outcome outcome) {
            this.before = before;
            this.outcome = outcome;
        }

        void write(Changes changes, Instant now) {
            changes.tell(this::step, this::merge);
            outcome.merged().forEach(pair -> family("family-merged", Kind.FAMILY_MERGED, pair));
            outcome.split().forEach(pair -> family("family-split", Kind.FAMILY_SPLIT, pair));
            events.append(written, changes.hand(), now);
            events.raise(changes.findings(), now);
            told.forEach(news::publishEvent);
        }

        private void step(Changes.Step step) {
            String other = step.other() == null ? null : before.get(step.other()).ref();
            String kept = before.get(step.person()).ref();
            written.add(new Event(step.kind(), kept, other, List.of(), step.mentions(), step.reason().name(), null));
            if (other != null) {
                tell(Kind.PERSON_SPLIT, kept, other, familiesOf(step.person(), step.other()));
            }
        }

        private void merge(Changes.Merge merge) {
            PersonRow kept = before.get(merge.kept());
            PersonRow gone = before.get(merge.gone());
            List<Long> concerned = familiesOf(merge.kept(), merge.gone());
            written.add(new Event("merged", kept.ref(), gone.ref(), refs(concerned), merge.mentions(), merge.reason().name(),
                    new Restore(kept.family(), gone.family(), merge.stayed(), movedBy(kept.family(), gone.family(), outcome.familyOf().get(merge.kept())))));
            tell(Kind.PERSON_MERGED, kept.ref(), gone.ref(), concerned);
        }

        /** Who came into or left one of these families; either may be null. */
        private List<Moved> movedBy(Long... families) {
            List<Long> concerned = Arrays.stream(families).filter(Objects::nonNull).toList();
            return outcome.moved().stream().filter(it -> concerned.contains(it.from()) || concerned.contains(it.to())).toList();
        }

        private void family(String event, Kind kind, long[] pair) {
            List<String> refs = refs(List.of(pair[0], pair[1]));
            written.add(new Event(event, refs.get(0), refs.get(1), refs, List.of(), null, null));
            told.add(new IdentityChanged(kind, refs.get(0), refs.get(1), List.of(pair[0], pair[1]), refs));
        }

        private void tell(Kind kind, String kept, String gone, List<Long> concerned) {
            told.add(new IdentityChanged(kind, kept, gone, concerned, refs(concerned)));
        }

        /** Families now and before, the kept person's first. */
        private List<Long> familiesOf(long kept, long other) {
            List<Long> all = new ArrayList<>();
            for (long person : new long[] {kept, other}) {
                all.add(outcome.familyOf().get(person));
                all.add(before.get(person).family());
            }
            return all.stream().filter(it -> it != null).distinct().toList();
        }

        private List<String> refs(List<Long> ids) {
            Map<Long, String> refs = families.refs(ids);
            return ids.stream().map(refs::get).toList();
        }
    }
}
