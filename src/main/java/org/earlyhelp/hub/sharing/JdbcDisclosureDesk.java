package org.earlyhelp.hub.sharing;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.log.SharingEntry;
import org.earlyhelp.hub.sharing.policy.Decision;
import org.earlyhelp.hub.sharing.policy.DisclosurePolicy;
import org.earlyhelp.hub.sharing.policy.RefusalWords;
import org.earlyhelp.hub.sharing.policy.StoppedLog;
import org.earlyhelp.hub.sharing.policy.Terms;
import org.earlyhelp.hub.sharing.storage.EntryTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The desk on PostgreSQL. What a machine sends or receives is logged in the transaction of the act, and fails without
 * one; what a person sees is logged and committed before it is rendered, so that nothing is seen that is not on record.
 */
final class JdbcDisclosureDesk implements DisclosureDesk {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcDisclosureDesk.class);
    private static final Set<ActKind> WITH_THE_ACT =
            EnumSet.of(ActKind.SENT, ActKind.RECEIVED, ActKind.OUTCOME, ActKind.MATCHED, ActKind.CORRECTED, ActKind.ERASED);

    private final Agreements agreements;
    private final EntryTable table;
    private final HubClock clock;
    private final LogWatch log;
    private final SideJournal journal;
    private final TransactionTemplate withTheAct;
    private final TransactionTemplate onItsOwn;

    JdbcDisclosureDesk(Agreements agreements, EntryTable table, LogWatch log, SideJournal journal, HubClock clock, PlatformTransactionManager transactions) {
        this.log = log;
        this.journal = journal;
        this.agreements = agreements;
        this.table = table;
        this.clock = clock;
        this.withTheAct = template(transactions, TransactionDefinition.PROPAGATION_MANDATORY);
        this.onItsOwn = template(transactions, TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public <T> Disclosure<T> disclose(DisclosureRequest request, Function<Allowance, T> render) {
        Decision judged = DisclosurePolicy.decide(request, agreements, clock.today());
        boolean stopped = log.isStopped();
        Decision decision = stopped && !StoppedLog.lets(request) ? judged.keptBack(StoppedLog.WHY) : judged;
        EntryWriter writer = new EntryWriter(clock);
        List<SharingEntry> entries = decision.parts().stream()
                .map(part -> writer.of(request, part, EntryWriter.kindOf(decision, part, request.kind()))).toList();
        append(entries, writer, WITH_THE_ACT.contains(request.kind()));
        if (stopped && !decision.isRefused()) {
            keepBeside(entries);
        }
        if (decision.isRefused()) {
            return new Disclosure.Refused<>(RefusalWords.of(decision, agreements.borough().officer()), entries.get(0).id());
        }
        Allowance allowance = allowance(decision, entries);
        return new Disclosed<>(render.apply(allowance), allowance);
    }

    /** The entries stand in the database: a second record that cannot be written silences no child in danger. */
    private void keepBeside(List<SharingEntry> entries) {
        try {
            journal.append(entries);
        } catch (UncheckedIOException e) {
            LOG.error("{}; what goes on while the log is stopped stands in the database alone", e.getMessage());
        }
    }

    @Override
    public List<String> note(List<Act> acts) {
        if (acts.isEmpty()) {
            return List.of();
        }
        EntryWriter writer = new EntryWriter(clock);
        List<SharingEntry> entries = acts.stream().map(act -> writer.of(act, Terms.of(act, agreements, clock.today()))).toList();
        append(entries, writer, acts.stream().anyMatch(act -> WITH_THE_ACT.contains(act.kind())));
        return entries.stream().map(SharingEntry::id).toList();
    }

    private void append(List<SharingEntry> entries, EntryWriter writer, boolean inTheAct) {
        (inTheAct ? withTheAct : onItsOwn).executeWithoutResult(status -> table.append(entries, writer.at()));
    }

    private static Allowance allowance(Decision decision, List<SharingEntry> entries) {
        Map<String, Set<String>> allowed = new LinkedHashMap<>();
        List<Allowance.Withheld> withheld = new ArrayList<>();
        List<Allowance.Entry> written = new ArrayList<>();
        for (int i = 0; i < decision.parts().size(); i++) {
            Decision.Part part = decision.parts().get(i);
            String person = part.subject().person();
            allowed.computeIfAbsent(person, any -> new LinkedHashSet<>()).addAll(names(part));
            part.withheld().forEach(held -> withheld.add(new Allowance.Withheld(person, held.field().name(), held.why())));
            if (part.mayLeave()) {
                String agreement = part.terms().inForce() ? part.terms().agreement().id() : null;
                written.add(new Allowance.Entry(person, part.sourceAgency(), agreement, entries.get(i).id()));
            }
        }
        withheld.forEach(held -> allowed.get(held.person()).remove(held.field()));
        return new Allowance(allowed, withheld, written);
    }

    private static List<String> names(Decision.Part part) {
        return part.allowed().stream()
                .flatMap(field -> Stream.of(field.name(), part.sourceAgency() + ":" + field.name())).toList();
    }

    private static TransactionTemplate template(PlatformTransactionManager transactions, int propagation) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(propagation);
        return template;
    }
}
