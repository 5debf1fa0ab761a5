package org.earlyhelp.hub.identity.lane;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.earlyhelp.hub.identity.FamiliesTouched;
import org.earlyhelp.hub.identity.cluster.CandidatesCut;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.earlyhelp.hub.identity.storage.MatchCounts;
import org.earlyhelp.hub.identity.storage.PersonStore;
import org.earlyhelp.hub.identity.storage.StatementStore;
import org.earlyhelp.hub.identity.storage.WorkRecord;
import org.earlyhelp.hub.identity.storage.WorkStore;
import org.earlyhelp.hub.intake.Trail;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.linkage.LinkageModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every change of an identity goes through here, one at a time: in this hub by a monitor, among hubs by the row of
 * {@code identity_lane}. The memory of who is who follows the transaction: taken back with it, and read again when
 * another hub wrote in between.
 */
@Component
public class IdentityWriter {
    private static final Logger LOG = LoggerFactory.getLogger(IdentityWriter.class);
    private final WorkStore work;
    private final PersonStore people;
    private final ChangeKeeper keeper;
    private final MatchCounts matches;
    private final LinkageModel model;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher news;
    private final IdentityMemory memory;

    IdentityWriter(WorkStore work, PersonStore people, StatementStore statements, ChangeKeeper keeper, MatchCounts matches, LinkageModel model,
                   TransactionTemplate transaction, ApplicationEventPublisher news, HubClock clock) {
        this.work = work;
        this.people = people;
        this.keeper = keeper;
        this.matches = matches;
        this.model = model;
        this.transaction = transaction;
        this.news = news;
        this.memory = new IdentityMemory(work, statements, model, Ids.ulid(clock));
    }

    /** Links the given records if they still wait, in one transaction; returns how many were taken. */
    public int link(Collection<Long> records) {
        List<WorkRecord> linked = write(() -> {
            List<WorkRecord> taken = work.take(records);
            Map<Long, Boolean> toAssess = new LinkedHashMap<>();
            Trail.followAll(taken.stream().map(WorkRecord::trail).toList(), "link", () -> toAssess.putAll(link(taken)));
            return new Done<>(taken, toAssess);
        });
        log(linked);
        return linked.size();
    }

    /** Reads who is who and takes the lane, unless that is done: what a try-out reads it would have to forget again. */
    synchronized void remember() {
        if (memory.isEmpty()) {
            this.<Object>write(() -> new Done<>(null, Map.of()));
        }
    }

    /**
     * Links as {@link #link} would, in the caller's transaction, which is to be taken back: nothing of it stays, and no news
     * leaves. Returns how many were taken.
     */
    synchronized int tryOut(Collection<Long> records) {
        try {
            return transaction.execute(status -> {
                status.setRollbackOnly();
                memory.load();
                List<WorkRecord> taken = work.take(records);
                link(taken);
                return taken.size();
            });
        } finally {
            memory.rollback();
        }
    }

    private Map<Long, Boolean> link(List<WorkRecord> taken) {
        long unlinked = taken.stream().flatMap(it -> it.mentions().stream()).filter(it -> !it.unchanged()).count();
        Changes changes = new Changes(people.newIds((int) unlinked));
        RecordLinker linker = new RecordLinker(model, memory.index(), changes, people.restricted());
        for (WorkRecord record : taken) {
            linker.link(record);
            touchOtherVersions(record, changes);
        }
        memory.index().takeCuts().stream().filter(CandidatesCut::isWorthALook).forEach(cut -> changes.find(CutFinding.of(cut)));
        Map<Long, Boolean> toAssess = keeper.keep(memory.index(), changes);
        matches.add(taken.stream().filter(record -> !record.urgent()).map(WorkRecord::id).toList());
        work.giveReason(taken);
        return toAssess;
    }

    private static void log(List<WorkRecord> linked) {
        linked.stream().collect(Collectors.groupingBy(WorkRecord::trail, LinkedHashMap::new, Collectors.counting()))
                .forEach((trail, count) -> trail.mark(() -> LOG.info("{} records of this delivery are linked to people", count)));
    }

    /** A change made by hand: {@code step} fills the changes; people it makes need ids, at most {@code newPeople}. */
    <T> T change(int newPeople, Step<T> step) {
        return write(() -> {
            Changes changes = new Changes(people.newIds(newPeople));
            T result = step.run(memory.index(), changes);
            return new Done<>(result, keeper.keep(memory.index(), changes));
        });
    }

    /**
     * Carries a change out, lets {@code look} see what came of it inside the transaction, with the families that would
     * wait for an assessment, and takes everything back: nothing of it stays, and no news leaves.
     */
    synchronized <T> T rehearse(int newPeople, Step<?> step, Function<Set<Long>, T> look) {
        try {
            return transaction.execute(status -> {
                status.setRollbackOnly();
                memory.load();
                Changes changes = new Changes(people.newIds(newPeople));
                step.run(memory.index(), changes);
                return look.apply(keeper.keep(memory.index(), changes).keySet());
            });
        } finally {
            memory.rollback();
        }
    }

    /**
     * A change of the tables that the memory cannot follow step by step: it is carried out in the caller's transaction, and
     * the memory is read again at the next change, whatever becomes of that transaction.
     *
     * @param before what must be known of the tables before the change, asked once the lane is locked
     */
    synchronized <T> void changeAndRemember(Supplier<T> before, Rewrite<T> rewrite) {
        try {
            transaction.executeWithoutResult(status -> {
                memory.load();
                T known = before.get();
                Changes changes = new Changes(List.of());
                rewrite.run(memory.index(), changes, known);
                keeper.keep(memory.index(), changes);
            });
        } finally {
            memory.clear();
        }
    }

    /** A change that leaves the memory behind. */
    interface Rewrite<T> {
        void run(PersonIndex index, Changes changes, T before);
    }

    /** A step of a change by hand. */
    interface Step<T> {
        T run(PersonIndex index, Changes changes);
    }

    private record Done<T>(T result, Map<Long, Boolean> toAssess) {
    }

    private synchronized <T> T write(Supplier<Done<T>> step) {
        Done<T> done;
        try {
            done = transaction.execute(status -> {
                memory.load();
                return step.get();
            });
            memory.index().commit();
        } catch (RuntimeException | Error e) {
            memory.rollback();
            throw e;
        }
        if (!done.toAssess.isEmpty()) {
            news.publishEvent(new FamiliesTouched(done.toAssess.containsValue(true)));
        }
        return done.result;
    }

    private void touchOtherVersions(WorkRecord record, Changes changes) {
        if (record.version() > 1 || !record.current()) {
            work.peopleOfOtherVersions(record).stream().filter(person -> !memory.index().mentions(person).isEmpty())
                    .forEach(person -> changes.touch(person, record.urgent()));
        }
    }
}
