package org.earlyhelp.hub.cli.bench.borough;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.cli.feeds.Arrival;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.earlyhelp.hub.identity.cluster.Placement;
import org.earlyhelp.hub.identity.cluster.RecordPlacer;
import org.earlyhelp.hub.identity.cluster.RecordPlacer.Stated;
import org.earlyhelp.hub.identity.cluster.RecordPlacer.Stating;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.linkage.LinkageModel;
import org.earlyhelp.hub.linkage.Match;
import org.earlyhelp.hub.linkage.Reason;
import org.earlyhelp.hub.person.Mention;

/** Links records one after the other as the identity lane does, and keeps what a measure needs. Not thread-safe. */
public final class LinkingRun {
    private final PersonIndex index;
    private final RecordPlacer placer;
    private final Map<Long, Arrival> records = new LinkedHashMap<>();
    private final Map<Long, Decided> decisions = new HashMap<>();
    private final Set<Long> inGreyZone = new HashSet<>();
    private final boolean keepsRecords;
    private Stopwatch watch = new Stopwatch();
    private long people;

    /** How the mention was last placed. */
    public record Decided(Match match, Reason reason) {
        /** Beyond doubt, as the families see it. */
        public boolean isCertain() {
            return match == Match.CERTAIN || match == Match.NEW;
        }
    }

    /** Without keeping records only {@link #index}, {@link #watch} and {@link #newPeople} mean something. */
    LinkingRun(LinkageModel model, boolean keepsRecords) {
        this.keepsRecords = keepsRecords;
        this.index = new PersonIndex(model);
        this.placer = new RecordPlacer(model, index);
    }

    /** Links a record that came, or came again. */
    void link(Arrival record) {
        Arrival before = keepsRecords ? records.put(record.id(), record) : null;
        List<Stated> mentions = new ArrayList<>();
        for (Mention mention : inOrder(record)) {
            mentions.add(new Stated(record.mentionId(mention), mention, before != null && before.mentions().contains(mention)));
        }
        watch.start();
        placer.place(new Stating(record.id(), record.agency(), record.feed(), record.sourceRef(), London.dateOf(record.observedAt()), mentions), new Count(mentions));
        index.commit();
        watch.stop(mentions.size());
    }

    /** As the lane reads them from its table. */
    private static List<Mention> inOrder(Arrival record) {
        return record.mentions().stream().sorted(Comparator.comparing((Mention it) -> it.role().name()).thenComparing(Mention::index)).toList();
    }

    /** Who each mention is linked to. */
    public PersonIndex index() {
        return index;
    }

    /** All records, each in the form in which it last came. */
    public Collection<Arrival> records() {
        return records.values();
    }

    /** Times from now on only. */
    void restartWatch() {
        watch = new Stopwatch();
    }

    Stopwatch watch() {
        return watch;
    }

    /** People made, those merged away since among them. */
    public long newPeople() {
        return people;
    }

    /** Mentions that were kept apart, or joined, with a finding for a steward. */
    long inGreyZone() {
        return inGreyZone.size();
    }

    /** Null for a mention that never came. */
    public Decided decisionOn(long mention) {
        return decisions.get(mention);
    }

    /** Every mention that the truth knows, with the person it is linked to now. */
    public List<Linked> linked(Truth truth) {
        List<Linked> linked = new ArrayList<>();
        for (Arrival record : records.values()) {
            for (Mention mention : record.mentions()) {
                Resident who = truth.at(record.place(mention));
                long id = record.mentionId(mention);
                if (who != null) {
                    linked.add(new Linked(id, record.agency(), who, index.personOf(id), decisions.get(id).reason, mention.person()));
                }
            }
        }
        return linked;
    }

    private final class Count implements RecordPlacer.Ledger {
        private final List<Stated> mentions;

        Count(List<Stated> mentions) {
            this.mentions = mentions;
        }

        @Override
        public long newPerson() {
            return ++people;
        }

        @Override
        public void stays(int at, long person) {
            // The earlier decision stands.
        }

        @Override
        public void placed(int at, long person, Placement placement) {
            if (!keepsRecords) {
                return;
            }
            decisions.put(mentions.get(at).id(), new Decided(placement.match(), placement.reason()));
            if (placement.match() == Match.REVIEW || !placement.conflict().isEmpty()) {
                inGreyZone.add(mentions.get(at).id());
            }
        }

        @Override
        public void left(int at, long from, long to, Placement placement) {
            // Seen at the end in the index.
        }

        @Override
        public void dropped(long mention, long person) {
            // Seen at the end in the index.
        }

        @Override
        public void merged(long kept, long gone, List<Long> moved, List<Long> stayed, Reason reason) {
            // Seen at the end in the index.
        }
    }
}
