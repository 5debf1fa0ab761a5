package org.earlyhelp.hub.rights.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.rights.request.StepResult.NotTaken;
import org.earlyhelp.hub.rights.request.StepResult.Taken;
import org.earlyhelp.hub.rights.storage.RequestStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens requests and takes their steps, each in one transaction and on the version that whoever takes it has seen. Thread-safe. */
@Service
public class RequestRegister {
    /** The most requests a list shows. */
    public static final int LISTED = 200;
    /** Of the note to a step. */
    public static final int NOTE_LIMIT_CHARACTERS = 2_000;
    private final RequestStore store;
    private final HubClock clock;

    RequestRegister(RequestStore store, HubClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Enters a request; throws IllegalArgumentException for a day to come. */
    @Transactional
    public RightsRequest open(RequestOpening opening, String account) {
        if (opening.receivedOn().isAfter(clock.today())) {
            throw new IllegalArgumentException("a request cannot have come on a day to come");
        }
        RightsRequest request = new RightsRequest(Ids.ulid(clock), Ids.rightsRef(), opening.kind(), opening.capacity(), RequestState.RECEIVED, 1, null, null,
                RequestClock.of(opening.receivedOn()), null, account, clock.now(), null, null);
        store.add(request, opening.details());
        store.add(request, new RequestStep(1, RequestAct.OPEN, RequestState.RECEIVED, account, clock.now(), ""));
        return request;
    }

    /** A request, whatever became of it. */
    public Optional<RightsRequest> find(String ref) {
        return store.find(ref);
    }

    /** Open ones by the day they came, then the latest closed; at most {@link #LISTED}. */
    public List<RightsRequest> listed() {
        return store.listed(LISTED);
    }

    /** Who asks and what for. Personal: show it to who works on the request only. */
    public RequestDetails details(RightsRequest request) {
        return store.details(request);
    }

    /** Every step, the first first. */
    public List<RequestStep> steps(RightsRequest request) {
        return store.steps(request);
    }

    /** Identity was shown on {@code provenOn}; the time to answer counts from then. {@code note} says what was seen, and for another's data what gives the right to ask. */
    @Transactional
    public StepResult check(String ref, int version, LocalDate provenOn, String note, String account) {
        if (provenOn.isAfter(clock.today())) {
            return new NotTaken("The day on which it was shown is yet to come");
        }
        return step(ref, version, RequestAct.CHECK, note, account, request -> request.timed(request.clock().started(provenOn)));
    }

    /** Says whose data it is and who asks, by P- reference; {@code requester} null when the hub does not know them. */
    @Transactional
    public StepResult name(String ref, int version, String person, String requester, String account) {
        Optional<RightsRequest> found = store.find(ref);
        if (found.isPresent() && found.get().capacity() == Capacity.SELF && requester != null && !Objects.equals(person, requester)) {
            return new NotTaken("They ask for their own data: whose it is and who asks must be the same person");
        }
        String who = found.isPresent() && found.get().capacity() == Capacity.SELF ? person : requester;
        return step(ref, version, RequestAct.NAME, "", account, request -> request.about(person, who));
    }

    /** Takes any step that needs no more than a note. */
    @Transactional
    public StepResult take(String ref, int version, RequestAct act, String note, String account) {
        LocalDate today = clock.today();
        return step(ref, version, act, note, account, request -> {
            RequestClock time = request.clock();
            return switch (act) {
                case ASK -> request.timed(time.paused(today));
                case CLARIFY -> request.timed(time.resumed(today));
                case EXTEND -> request.timed(time.longer());
                case ACKNOWLEDGE -> request.acknowledged(today);
                case PROPOSE, PROPOSE_LIFT -> request.proposed(account);
                case SEND_BACK -> request.proposed(null);
                default -> request;
            };
        });
    }

    private StepResult step(String ref, int version, RequestAct act, String note, String account, UnaryOperator<RightsRequest> change) {
        Optional<RightsRequest> found = store.lock(ref);
        if (found.isEmpty()) {
            return new NotTaken("There is no request " + ref);
        }
        RightsRequest request = found.get();
        Optional<String> why = whyNot(request, version, act, note, account);
        if (why.isPresent()) {
            return new NotTaken(why.get());
        }
        RequestState to = RequestLife.after(request.kind(), request.state(), act).orElseThrow();
        RightsRequest kept = change.apply(request).moved(to, to.isOpen() ? null : clock.now());
        store.update(kept);
        store.add(kept, new RequestStep(kept.version(), act, to, account, clock.now(), note));
        return new Taken(kept);
    }

    private static Optional<String> whyNot(RightsRequest request, int version, RequestAct act, String note, String account) {
        if (request.version() != version) {
            return Optional.of("Somebody has dealt with this request since you opened it");
        }
        if (RequestLife.after(request.kind(), request.state(), act).isEmpty()) {
            return Optional.of("A request of kind %s that is %s cannot be %s".formatted(request.kind(), request.state(), act));
        }
        if (act == RequestAct.EXTEND && request.clock().extended()) {
            return Optional.of("The time was extended before; it can be extended once");
        }
        boolean named = act == RequestAct.NAME || act == RequestAct.RELEASE || act == RequestAct.PROPOSE || act == RequestAct.LIFT;
        if (!named && (note == null || note.isBlank())) {
            return Optional.of("Say what was done or decided, and why");
        }
        boolean answers = act == RequestAct.PROPOSE || act == RequestAct.ANSWER || act == RequestAct.RELEASE;
        if (answers && request.kind().needsPerson() && request.person() == null) {
            return Optional.of("Say first whose data it is");
        }
        boolean bySecond = act == RequestAct.RELEASE || act == RequestAct.LIFT;
        return bySecond && account.equals(request.proposedBy()) ? Optional.of("You prepared it yourself: ask another person") : Optional.empty();
    }
}
