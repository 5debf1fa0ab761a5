package org.earlyhelp.hub.identity.lane;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.earlyhelp.hub.identity.cluster.Known;
import org.earlyhelp.hub.identity.cluster.MentionLinker;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.earlyhelp.hub.identity.cluster.Placement;
import org.earlyhelp.hub.identity.storage.EventStore.Finding;
import org.earlyhelp.hub.identity.storage.NewLink;
import org.earlyhelp.hub.identity.storage.WorkRecord;
import org.earlyhelp.hub.identity.storage.WorkRecord.WorkMention;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.linkage.Describer;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.LinkageModel;
import org.earlyhelp.hub.linkage.Match;
import org.earlyhelp.hub.linkage.Reason;

/** Links the mentions of one record after the other, in the index and in {@link Changes}; writes nothing itself. */
final class RecordLinker {
    /** A school that sends one pupil number for all must not raise a question for every two of them; each has a finding. */
    static final int QUESTIONS_PER_MENTION = 5;

    private final PersonIndex index;
    private final MentionLinker linker;
    private final Changes changes;

    RecordLinker(LinkageModel model, PersonIndex index, Changes changes) {
        this.index = index;
        this.linker = new MentionLinker(model, index);
        this.changes = changes;
    }

    /** Links every mention of the record that is new or changed; the others keep their link. */
    void link(WorkRecord record) {
        List<Description> descriptions = Describer.describe(record.agency(), record.feed(), record.sourceRef(), London.dateOf(record.observedAt()),
                record.mentions().stream().map(WorkMention::mention).toList());
        List<Former> gone = takeOutGoneMentions(record);
        for (int i = 0; i < descriptions.size(); i++) {
            WorkMention mention = record.mentions().get(i);
            Known known = new Known(mention.id(), record.id(), descriptions.get(i));
            Long person = index.personOf(mention.id());
            if (person != null && mention.unchanged()) {
                refresh(person, known);
                changes.touch(person, record.urgent());
                changes.heard(new Changes.Word(record, mention, false));
            } else {
                place(record, mention, known, person != null ? takeOut(mention.id()) : replaced(gone, known));
            }
        }
    }

    private void place(WorkRecord record, WorkMention mention, Known known, Former former) {
        Placement placement = former == null ? linker.place(known) : linker.placeAgain(known, former.person, former.description);
        long person = placement.person() == null ? changes.newPerson() : placement.person();
        index.add(person, known);
        changes.link(new NewLink(mention.id(), person, placement.match(), placement.reason(), mention.fingerprint()));
        changes.touch(person, record.urgent());
        changes.heard(new Changes.Word(record, mention, isJoin(placement)));
        changes.step(new Changes.Step(placement.person() == null ? "created" : "joined", person, null, List.of(mention.id()), placement.reason()));
        if (former != null && former.person != person) {
            leave(former.person, person, mention.id(), record.urgent(), placement);
        }
        placement.conflict().forEach(conflict -> changes.find(finding(record, mention, conflict)));
        placement.conflict().stream().filter(conflict -> isQuestion(person, conflict)).limit(QUESTIONS_PER_MENTION)
                .forEach(conflict -> changes.doubt(doubt(record, mention, person, conflict)));
        placement.sameToo().forEach(other -> merge(index.personOf(mention.id()), other, placement.reason()));
    }

    private void leave(long from, long to, long mention, boolean urgent, Placement placement) {
        changes.touch(from, urgent);
        if (!placement.sameToo().contains(from)) {
            changes.step(new Changes.Step(index.mentions(from).isEmpty() ? "moved" : "split", from, to, List.of(mention), Reason.CORRECTED));
        }
    }

    /** Makes two people one: the older stays. */
    private void merge(long one, long other, Reason reason) {
        changes.join(index, Math.min(one, other), Math.max(one, other), reason);
    }

    /** Two people, and nobody has answered yet. */
    private boolean isQuestion(long person, Placement.Conflict conflict) {
        return person != conflict.person() && !index.areKeptApart(person, conflict.person());
    }

    private static Changes.Doubt doubt(WorkRecord record, WorkMention mention, long person, Placement.Conflict conflict) {
        return new Changes.Doubt(person, conflict.person(), conflict.reason(), mention.id(), conflict.weight(), finding(record, mention, conflict).about());
    }

    private static boolean isJoin(Placement placement) {
        return placement.person() != null && (placement.match() == Match.CERTAIN || placement.match() == Match.PROBABLE);
    }

    /** Names the place and the ground; the references let a steward look, the sentence holds no value. */
    private static Finding finding(WorkRecord record, WorkMention mention, Placement.Conflict conflict) {
        String code = conflict.reason() == Reason.SEVERAL_CANDIDATES ? "SEVERAL_CANDIDATES" : "IDENTIFIER_CONFLICT";
        String about = record.evidence() + " " + mention.mention().role() + " " + mention.mention().index() + " person " + conflict.person();
        return new Finding(code, about, conflict.reason().sentence() + " Kept apart; please look at both.");
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
    private List<Former> takeOutGoneMentions(WorkRecord record) {
        Set<Long> here = new HashSet<>(record.mentions().stream().map(WorkMention::id).toList());
        List<Former> gone = new ArrayList<>(index.mentionsOfRecord(record.id()).stream().filter(mention -> !here.contains(mention)).map(this::takeOut).toList());
        gone.forEach(former -> changes.touch(former.person, record.urgent()));
        return gone;
    }

    private static Former replaced(List<Former> gone, Known known) {
        Former former = gone.stream().filter(it -> Objects.equals(it.description.recordPlace(), known.description().recordPlace())).findFirst().orElse(null);
        gone.remove(former);
        return former;
    }

    private record Former(long mention, long person, Description description) {
    }
}
