package org.earlyhelp.hub.rights.access;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.earlyhelp.hub.identity.PersonDirectory;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.rights.access.AccessItems.Collected;
import org.earlyhelp.hub.rights.request.RequestAct;
import org.earlyhelp.hub.rights.request.RequestKind;
import org.earlyhelp.hub.rights.request.RequestRegister;
import org.earlyhelp.hub.rights.request.RequestState;
import org.earlyhelp.hub.rights.request.RightsRequest;
import org.earlyhelp.hub.rights.request.StepResult;
import org.earlyhelp.hub.rights.request.StepResult.NotTaken;
import org.earlyhelp.hub.rights.request.StepResult.Taken;
import org.earlyhelp.hub.rights.storage.ChoiceStore;
import org.earlyhelp.hub.rights.storage.PackStore;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.Disclosure;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.sharing.DisclosureSubject;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Choices for a pack, and its release by a second person through the disclosure desk. Thread-safe. */
@Service
public class AccessDesk {
    /** Channel of a pack's entries in the sharing log. */
    public static final String CHANNEL = "subject-access-pack";
    private final RequestRegister register;
    private final AccessItems items;
    private final ChoiceStore choices;
    private final PackStore packs;
    private final PersonDirectory persons;
    private final AgreementBook book;
    private final DisclosureDesk desk;
    private final HubClock clock;

    AccessDesk(RequestRegister register, AccessItems items, ChoiceStore choices, PackStore packs, PersonDirectory persons, AgreementBook book, DisclosureDesk desk, HubClock clock) {
        this.register = register;
        this.items = items;
        this.choices = choices;
        this.packs = packs;
        this.persons = persons;
        this.book = book;
        this.desk = desk;
        this.clock = clock;
    }

    /** Keeps a choice while the request is in hand; empty when it was kept, else why not, in plain words. */
    @Transactional
    public Optional<String> choose(RightsRequest request, String item, ItemChoice choice, String account) {
        if (request.state() != RequestState.IN_HAND || request.person() == null) {
            return Optional.of("Items are chosen while the request is in hand and it is known whose data it is");
        }
        Optional<AccessItem> found = items.of(request).find(item);
        if (found.isEmpty()) {
            return Optional.of("There is no such item any more");
        }
        if (found.get().guarded() && choice.choice() != Choice.WITHHOLD) {
            return Optional.of("This cannot be handed over in this request: it could lead to somebody in danger");
        }
        Optional<String> fault = fault(found.get(), choice);
        if (fault.isEmpty()) {
            choices.keep(request, item, choice, account, clock.now());
        }
        return fault;
    }

    private static Optional<String> fault(AccessItem item, ItemChoice choice) {
        boolean touchy = !item.item().cautions().isEmpty();
        if (choice.choice() != Choice.INCLUDE && choice.exemption() == null) {
            return Optional.of("Choose the exemption that lets it be withheld");
        }
        if ((choice.choice() != Choice.INCLUDE || touchy) && choice.reason().isBlank()) {
            return Optional.of(touchy && choice.choice() == Choice.INCLUDE ? "Say why it may go: who was asked, and what they found" : "Say why");
        }
        return choice.choice() == Choice.REDACT && choice.redacted().isBlank() ? Optional.of("Write what goes out instead") : Optional.empty();
    }

    /**
     * A second person lets the pack go: the guard is asked again, the desk decides and logs, and the pack is kept sealed as it went out,
     * in one transaction. What was withheld meanwhile stays withheld.
     */
    @Transactional
    public StepResult release(String ref, int version, String account) {
        StepResult step = register.take(ref, version, RequestAct.RELEASE, "", account);
        if (!(step instanceof Taken taken) || taken.request().kind() != RequestKind.ACCESS) {
            return step;
        }
        RightsRequest request = taken.request();
        Collected collected = items.of(request);
        Optional<PersonView> person = persons.byRef(request.person());
        if (person.isEmpty() || collected.cut()) {
            return undone(person.isEmpty() ? "The hub holds nothing of that person any more" : "It is too much for one pack: tell the system's owner");
        }
        Disclosure<Pack> answer = desk.disclose(asked(request, collected.items(), person.get(), account),
                allowance -> new PackMaker(request, book, allowance).pack(collected.items(), clock.today()));
        if (answer instanceof Disclosed<Pack> disclosed) {
            packs.keep(request, account, disclosed, clock.now());
            return step;
        }
        return undone(((Disclosure.Refused<Pack>) answer).reason());
    }

    /** The release is taken back whole; the desk's entry of the refusal stays. */
    private static StepResult undone(String why) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return new NotTaken(why);
    }

    private static DisclosureRequest asked(RightsRequest request, List<AccessItem> items, PersonView person, String account) {
        Set<DisclosedField> fields = items.stream().filter(item -> item.choice() != Choice.WITHHOLD).map(AccessItem::item)
                .map(item -> new DisclosedField(item.field(), item.dataClass(), item.agency())).collect(Collectors.toCollection(LinkedHashSet::new));
        DisclosureSubject subject = new DisclosureSubject(request.person(), person.placeHidden(), person.sealed(), false, fields);
        return new DisclosureRequest(ActKind.EXPORTED, Recipient.subject(request.ref(), account), Purpose.RIGHTS, CHANNEL, 0, "Request " + request.ref(), List.of(subject), Map.of());
    }

    /** The pack as it was released; empty before. */
    public Optional<Pack> pack(RightsRequest request) {
        return packs.find(request);
    }
}
