package org.earlyhelp.hub.identity.lane;

import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.earlyhelp.hub.identity.cluster.Placement;
import org.earlyhelp.hub.identity.cluster.RecordPlacer;
import org.earlyhelp.hub.identity.cluster.RecordPlacer.Stated;
import org.earlyhelp.hub.identity.cluster.RecordPlacer.Stating;
import org.earlyhelp.hub.identity.storage.EventStore.Finding;
import org.earlyhelp.hub.identity.storage.NewLink;
import org.earlyhelp.hub.identity.storage.WorkRecord;
import org.earlyhelp.hub.identity.storage.WorkRecord.WorkMention;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.linkage.LinkageModel;
import org.earlyhelp.hub.linkage.Match;
import org.earlyhelp.hub.linkage.Reason;

/** Links the mentions of one record after the other, in the index and in {@link Changes}; writes nothing itself. */
final class RecordLinker {
    /** A school that sends one pupil number for all must not raise a question for every two of them; each has a finding. */
    static final int QUESTIONS_PER_MENTION = 5;

    private final PersonIndex index;
    private final RecordPlacer placer;
    private final RecordPlacer ofRestricted;
    private final Changes changes;

    /** {@code restricted}: people to whom only what keeps a child safe is joined by likeness. */
    RecordLinker(LinkageModel model, PersonIndex index, Changes changes, Set<Long> restricted) {
        this.index = index;
        this.placer = new RecordPlacer(model, index);
        this.ofRestricted = new RecordPlacer(model, index, restricted);
        this.changes = changes;
    }

    /** Links every mention of the record that is new or changed; the others keep their link. */
    void link(WorkRecord record) {
        List<Stated> mentions = record.mentions().stream().map(it -> new Stated(it.id(), it.mention(), it.unchanged())).toList();
        (record.urgent() ? placer : ofRestricted).place(new Stating(record.id(), record.agency(), record.feed(), record.sourceRef(), London.dateOf(record.observedAt()), mentions),
                new Entry(record));
    }

    /** Enters what comes of one record into the changes. */
    private final class Entry implements RecordPlacer.Ledger {
        private final WorkRecord record;

        Entry(WorkRecord record) {
            this.record = record;
        }

        @Override
        public long newPerson() {
            return changes.newPerson();
        }

        @Override
        public void stays(int at, long person) {
            changes.touch(person, record.urgent());
            changes.heard(new Changes.Word(record, record.mentions().get(at), false));
        }

        @Override
        public void placed(int at, long person, Placement placement) {
            WorkMention mention = record.mentions().get(at);
            changes.link(new NewLink(mention.id(), person, placement.match(), placement.reason(), mention.fingerprint()));
            changes.touch(person, record.urgent());
            changes.heard(new Changes.Word(record, mention, isJoin(placement)));
            changes.step(new Changes.Step(placement.person() == null ? "created" : "joined", person, null, List.of(mention.id()), placement.reason()));
            placement.conflict().stream().filter(conflict -> conflict.reason() != Reason.PERHAPS_THE_SAME)
                    .forEach(conflict -> changes.find(finding(record, mention, conflict)));
            placement.conflict().stream().filter(conflict -> isQuestion(person, conflict)).limit(QUESTIONS_PER_MENTION)
                    .forEach(conflict -> changes.doubt(doubt(record, mention, person, conflict)));
        }

        @Override
        public void left(int at, long from, long to, Placement placement) {
            changes.touch(from, record.urgent());
            if (!placement.sameToo().contains(from)) {
                String kind = index.mentions(from).isEmpty() ? "moved" : "split";
                changes.step(new Changes.Step(kind, from, to, List.of(record.mentions().get(at).id()), Reason.CORRECTED));
            }
        }

        @Override
        public void dropped(long mention, long person) {
            changes.touch(person, record.urgent());
            changes.step(new Changes.Step("dropped", person, null, List.of(mention), Reason.CORRECTED));
        }

        @Override
        public void merged(long kept, long gone, List<Long> moved, List<Long> stayed, Reason reason) {
            changes.merge(new Changes.Merge(kept, gone, moved, stayed, reason));
        }
    }

    /** Two people, and nobody has answered yet. */
    private boolean isQuestion(long person, Placement.Conflict conflict) {
        return person != conflict.person() && !index.areKeptApart(person, conflict.person());
    }

    private static Changes.Doubt doubt(WorkRecord record, WorkMention mention, long person, Placement.Conflict conflict) {
        return new Changes.Doubt(person, conflict.person(), conflict.reason(), mention.id(), conflict.weight(), about(record, mention, conflict));
    }

    private static boolean isJoin(Placement placement) {
        return placement.person() != null && (placement.match() == Match.CERTAIN || placement.match() == Match.PROBABLE);
    }

    /** Names the place and the ground; the references let a steward look, the sentence holds no value. */
    private static Finding finding(WorkRecord record, WorkMention mention, Placement.Conflict conflict) {
        String code = conflict.reason() == Reason.SEVERAL_CANDIDATES ? "SEVERAL_CANDIDATES" : "IDENTIFIER_CONFLICT";
        return new Finding(code, about(record, mention, conflict), conflict.reason().sentence() + " Kept apart; please look at both.");
    }

    private static String about(WorkRecord record, WorkMention mention, Placement.Conflict conflict) {
        return record.evidence() + " " + mention.mention().role() + " " + mention.mention().index() + " person " + conflict.person();
    }
}
