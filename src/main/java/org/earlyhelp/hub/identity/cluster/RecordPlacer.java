package org.earlyhelp.hub.identity.cluster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.earlyhelp.hub.linkage.Describer;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.LinkageModel;
import org.earlyhelp.hub.linkage.Reason;
import org.earlyhelp.hub.person.Mention;

/**
 * Places all mentions of one record after the other and keeps the index in step; what follows from it is told to a
 * {@link Ledger}. The identity lane writes it down, a bench counts it. Not thread-safe.
 */
public final class RecordPlacer {
    /** One mention of a record; {@code unchanged} when it says what it said at its last placing, so that its link stands. */
    public record Stated(long id, Mention mention, boolean unchanged) {
    }

    /** A record as it is now; {@code day} is when it was so, {@code mentions} all that it names. */
    public record Stating(long id, String agency, String feed, String sourceRef, LocalDate day, List<Stated> mentions) {
        public Stating {
            mentions = List.copyOf(mentions);
        }
    }

    /** What comes of placing. {@code at} is the place of the mention in {@link Stating#mentions}. */
    public interface Ledger {
        /** The id of a person who was not known before. */
        long newPerson();

        /** The mention keeps its link. */
        void stays(int at, long person);

        /** The mention belongs to that person, new or known; the index holds it already. */
        void placed(int at, long person, Placement placement);

        /** A corrected mention left that person, whom {@code placement} may name to be merged. */
        void left(int at, long from, long to, Placement placement);

        /** A mention that the record no longer makes spoke of that person. */
        void dropped(long mention, long person);

        /** Two people are one: {@code moved} mentions are now with the one who was kept, whose own {@code stayed}. */
        void merged(long kept, long gone, List<Long> moved, List<Long> stayed, Reason reason);
    }

    private final PersonIndex index;
    private final MentionLinker linker;

    /** The same with nobody restricted. */
    public RecordPlacer(LinkageModel model, PersonIndex index) {
        this(model, index, Set.of());
    }

    /** {@code restricted}: people whom only an identifier joins; where likeness would, a steward is asked. */
    public RecordPlacer(LinkageModel model, PersonIndex index, Set<Long> restricted) {
        this.index = index;
        this.linker = new MentionLinker(model, index, restricted);
    }

    /** Places every mention of the record that is new or changed; the others keep their link. */
    public void place(Stating record, Ledger ledger) {
        List<Description> descriptions = Describer.describe(record.agency, record.feed, record.sourceRef, record.day,
                record.mentions.stream().map(Stated::mention).toList());
        List<Former> gone = takeOutGoneMentions(record);
        gone.forEach(former -> ledger.dropped(former.mention, former.person));
        for (int at = 0; at < descriptions.size(); at++) {
            Stated mention = record.mentions.get(at);
            Known known = new Known(mention.id, record.id, descriptions.get(at));
            Long person = index.personOf(mention.id);
            if (person != null && mention.unchanged) {
                refresh(person, known);
                ledger.stays(at, person);
            } else {
                place(at, known, person != null ? takeOut(mention.id) : replaced(gone, known), ledger);
            }
        }
    }

    private void place(int at, Known known, Former former, Ledger ledger) {
        Placement placement = former == null ? linker.place(known) : linker.placeAgain(known, former.person, former.description);
        long person = placement.person() == null ? ledger.newPerson() : placement.person();
        index.add(person, known);
        ledger.placed(at, person, placement);
        if (former != null && former.person != person) {
            ledger.left(at, former.person, person, placement);
        }
        placement.sameToo().forEach(other -> merge(index.personOf(known.mentionId()), other, placement.reason(), ledger));
    }

    /** Makes two people one: the older stays. */
    private void merge(long one, long other, Reason reason, Ledger ledger) {
        long kept = Math.min(one, other);
        long gone = Math.max(one, other);
        List<Long> stayed = index.mentions(kept);
        List<Long> moved = index.mentions(gone);
        moved.forEach(mention -> index.move(mention, kept));
        index.keptApartFrom(gone).forEach(person -> index.keepApart(kept, person));
        ledger.merged(kept, gone, moved, stayed, reason);
    }

    private void refresh(long person, Known known) {
        if (!known.description().equals(index.describes(known.mentionId()))) {
            index.remove(known.mentionId());
            index.add(person, known);
        }
    }

    private Former takeOut(long mention) {
        Former former = new Former(mention, index.personOf(mention), index.describes(mention));
        index.remove(mention);
        return former;
    }

    /** A changed record may come with its mentions written anew: the old ones are no longer there. */
    private List<Former> takeOutGoneMentions(Stating record) {
        Set<Long> here = new HashSet<>(record.mentions.stream().map(Stated::id).toList());
        return new ArrayList<>(index.mentionsOfRecord(record.id).stream().filter(mention -> !here.contains(mention)).map(this::takeOut).toList());
    }

    private static Former replaced(List<Former> gone, Known known) {
        Former former = gone.stream().filter(it -> Objects.equals(it.description.recordPlace(), known.description().recordPlace())).findFirst().orElse(null);
        gone.remove(former);
        return former;
    }

    private record Former(long mention, long person, Description description) {
    }
}
