package org.earlyhelp.hub.identity.lane;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.earlyhelp.hub.identity.Hand;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.earlyhelp.hub.identity.storage.EventStore.Finding;
import org.earlyhelp.hub.identity.storage.NewLink;
import org.earlyhelp.hub.identity.storage.WorkRecord;
import org.earlyhelp.hub.linkage.Reason;

/** What one transaction is about to change, gathered in memory and written at its end. Not thread-safe. */
final class Changes {
    /** What the history tells of people, in the order in which it happened: the same mention may go two ways in one transaction. */
    sealed interface Happening {
    }

    /** A person made one with an older one; {@code mentions} are those that moved, {@code stayed} those of the older one. */
    record Merge(long kept, long gone, List<Long> mentions, List<Long> stayed, Reason reason) implements Happening {
    }

    /** Mentions that go to another person; {@code forGood} when no rule may join the two from now on. */
    record Parting(long from, long to, List<Long> mentions, boolean forGood) {
    }

    /** Two people a steward is to be asked about, by what mention, and the finding about the same doubt. */
    record Doubt(long one, long other, Reason reason, long mention, Double weight, String finding) {
    }

    /** A step in the life of a person; {@code other} may be null. */
    record Step(String kind, long person, Long other, List<Long> mentions, Reason reason) implements Happening {
    }

    /** A new or changed record names this person. {@code joined} when the mention was just linked to somebody known. */
    record Word(WorkRecord record, WorkRecord.WorkMention mention, boolean joined) {
    }

    private final Deque<Long> freshIds;
    private final Map<Long, Boolean> touched = new TreeMap<>();
    private final Set<Long> newPeople = new LinkedHashSet<>();
    private final Map<Long, NewLink> links = new LinkedHashMap<>();
    private final List<Happening> happened = new ArrayList<>();
    private final List<Parting> partings = new ArrayList<>();
    private final Map<Long, Long> emptied = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();

    private Hand hand = Hand.HUB;

    Changes(Collection<Long> freshIds) {
        this.freshIds = new ArrayDeque<>(freshIds);
    }

    /** Notes that facts or links of a person changed. */
    void touch(long person, boolean urgent) {
        touched.merge(person, urgent, Boolean::logicalOr);
    }

    long newPerson() {
        long person = freshIds.remove();
        newPeople.add(person);
        return person;
    }

    void link(NewLink link) {
        links.put(link.mention(), link);
    }

    /** Makes two people one in the index and here; what keeps others apart from {@code gone} now keeps them from {@code kept}. */
    void join(PersonIndex index, long kept, long gone, Reason reason) {
        List<Long> stayed = index.mentions(kept);
        List<Long> mentions = index.mentions(gone);
        mentions.forEach(mention -> index.move(mention, kept));
        index.keptApartFrom(gone).forEach(person -> index.keepApart(kept, person));
        merge(new Merge(kept, gone, mentions, stayed, reason));
    }

    void merge(Merge merge) {
        links.replaceAll((mention, link) -> link.person() == merge.gone() ? link.to(merge.kept()) : link);
        happened.add(merge);
        touch(merge.kept(), touched.getOrDefault(merge.gone(), false));
        touched.remove(merge.gone());
    }

    /** By whose hand this is done; by no person's when nobody signs. */
    void signed(Hand by) {
        hand = by;
    }

    Hand hand() {
        return hand;
    }

    void part(Parting parting) {
        partings.add(parting);
    }

    /** Notes that a family has nobody left; it goes where the person is in the end. */
    void emptied(long family, long person) {
        emptied.put(family, person);
    }

    void step(Step step) {
        happened.add(step);
    }

    void find(Finding finding) {
        findings.add(finding);
    }

    void doubt(Doubt doubt) {
        doubts.add(doubt);
    }

    void heard(Word word) {
        words.add(word);
    }

    /** Touched people and whether that is urgent. */
    Map<Long, Boolean> touched() {
        return touched;
    }

    Set<Long> newPeople() {
        return newPeople;
    }

    Collection<NewLink> links() {
        return links.values();
    }

    List<Merge> merges() {
        return happened(Merge.class).toList();
    }

    /** Hands every step and merge over in the order in which they happened. */
    void tell(Consumer<Step> step, Consumer<Merge> merge) {
        for (Happening it : happened) {
            if (it instanceof Merge merged) {
                merge.accept(merged);
            } else {
                step.accept((Step) it);
            }
        }
    }

    private <T extends Happening> Stream<T> happened(Class<T> kind) {
        return happened.stream().filter(kind::isInstance).map(kind::cast);
    }

    List<Parting> partings() {
        return partings;
    }

    Map<Long, Long> emptied() {
        return emptied;
    }

    List<Finding> findings() {
        return findings;
    }

    List<Doubt> doubts() {
        return doubts;
    }

    List<Word> words() {
        return words;
    }

    /** Everybody whose reference is needed to write this down. */
    Set<Long> people() {
        Set<Long> people = new LinkedHashSet<>(touched.keySet());
        happened(Merge.class).forEach(merge -> people.addAll(List.of(merge.kept(), merge.gone())));
        happened(Step.class).forEach(step -> {
            people.add(step.person());
            if (step.other() != null) {
                people.add(step.other());
            }
        });
        return people;
    }
}
