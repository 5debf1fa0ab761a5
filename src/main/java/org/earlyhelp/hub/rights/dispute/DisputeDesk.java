package org.earlyhelp.hub.rights.dispute;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.earlyhelp.hub.identity.DisputedFacts;
import org.earlyhelp.hub.identity.DisputedFacts.Disputed;
import org.earlyhelp.hub.identity.PersonDirectory;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.rights.request.RequestKind;
import org.earlyhelp.hub.rights.request.RequestState;
import org.earlyhelp.hub.rights.request.RightsRequest;
import org.earlyhelp.hub.rights.storage.DisputeStore;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens and settles disputes of a request for rectification. Each act is one transaction. Thread-safe. */
@Service
public class DisputeDesk {
    /** The most disputes of one request. */
    public static final int DISPUTES_LIMIT = 50;
    private final DisputeStore store;
    private final DisputedFacts facts;
    private final PersonDirectory persons;
    private final CorrectionAsking asking;
    private final DisclosureDesk desk;
    private final HubClock clock;

    DisputeDesk(DisputeStore store, DisputedFacts facts, PersonDirectory persons, CorrectionAsking asking, DisclosureDesk desk, HubClock clock) {
        this.store = store;
        this.facts = facts;
        this.persons = persons;
        this.asking = asking;
        this.desk = desk;
        this.clock = clock;
    }

    /** Of a request, the first first. */
    public List<Dispute> of(RightsRequest request) {
        return store.of(request);
    }

    /** What can be disputed: records that mention the person, the newest first. */
    public List<Stated> records(RightsRequest request) {
        return store.stated(request.person());
    }

    /**
     * Notes that a record or a detail is disputed, and asks the accounts that stated it for a correction as far as their agreements let;
     * those that a stopped sharing log keeps it from are asked once that goes on.
     * Empty when it is done, else why not, in plain words.
     *
     * @param record opaque id of a record of the person; null for a detail
     * @param field  one of {@link DisputedFacts#FIELDS}; null for a record
     */
    @Transactional
    public Optional<String> dispute(RightsRequest request, String record, String field, String words, String account) {
        Optional<PersonView> person = Optional.ofNullable(request.person()).flatMap(persons::byRef);
        if (request.kind() != RequestKind.RECTIFICATION || request.state() != RequestState.IN_HAND || person.isEmpty()) {
            return Optional.of("Something is noted as disputed while the request for rectification is in hand and it is known whose data it is");
        }
        List<Stated> concerned = store.stated(person.get().ref()).stream().filter(stated -> field != null || stated.record().equals(record)).toList();
        if ((record == null) == (field == null) || concerned.isEmpty() || field != null && !DisputedFacts.FIELDS.contains(field)) {
            return Optional.of("Choose one record or one detail of this person");
        }
        if (words.isBlank()) {
            return Optional.of("Write down what they say is wrong, in their words");
        }
        List<Dispute> before = store.of(request);
        if (before.size() >= DISPUTES_LIMIT || before.stream().anyMatch(one -> one.state() == Dispute.State.OPEN && Objects.equals(one.record(), record)
                && Objects.equals(one.field(), field))) {
            return Optional.of(before.size() >= DISPUTES_LIMIT ? "A request holds at most " + DISPUTES_LIMIT + " disputes" : "That is noted as disputed already");
        }
        Disputed fact = new Disputed(Ids.ulid(clock), person.get().ref(), record, field, clock.now());
        facts.dispute(fact);
        store.add(request, fact, words, asking.ask(person.get(), concerned, field), account);
        desk.note(List.of(corrected(person.get().ref(), account, Map.of("request", request.ref(), "what", field == null ? "record" : field, "state", "disputed"))));
        return Optional.empty();
    }

    /** The source corrected it, or it was found to be right; {@code reason} says which and why. Empty when it is done, else why not. */
    @Transactional
    public Optional<String> settle(RightsRequest request, String ref, boolean upheld, String reason, String account) {
        Optional<Dispute> found = store.of(request).stream().filter(one -> one.ref().equals(ref) && one.state() == Dispute.State.OPEN).findFirst();
        if (found.isEmpty()) {
            return Optional.of("That is settled already, or was never disputed");
        }
        if (reason.isBlank()) {
            return Optional.of("Say what was found, and by whom");
        }
        facts.settle(ref, clock.now());
        store.settle(request, ref, upheld ? Dispute.State.UPHELD : Dispute.State.REFUSED, reason, account, clock.now());
        desk.note(List.of(corrected(request.person(), account, Map.of("request", request.ref(), "state", upheld ? "corrected" : "found right"))));
        return Optional.empty();
    }

    private static Act corrected(String person, String account, Map<String, String> detail) {
        return new Act(ActKind.CORRECTED, person, Recipient.role("ig", account), Purpose.RIGHTS, null, Set.of(), Set.of(), detail);
    }
}
