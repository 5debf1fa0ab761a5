package org.earlyhelp.hub.rights.hold;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.identity.ErasureScope;
import org.earlyhelp.hub.identity.FamilyDirectory;
import org.earlyhelp.hub.identity.PersonDirectory;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.rights.hold.LegalHold.Scope;
import org.earlyhelp.hub.rights.storage.HoldStore;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Places holds and lifts them; says what stands against taking people out. Every act is in the sharing log. Thread-safe. */
@Component
public class LegalHolds {
    /** A reason is at most so long. */
    public static final int REASON_CHARACTERS = 500;
    /** A hold is looked at again after at most so many years. */
    public static final int REVIEW_WITHIN_YEARS = 5;
    private final HoldStore store;
    private final ErasureScope scope;
    private final PersonDirectory people;
    private final FamilyDirectory families;
    private final DisclosureDesk desk;
    private final TransactionTemplate transaction;
    private final HubClock clock;

    LegalHolds(HoldStore store, ErasureScope scope, PersonDirectory people, FamilyDirectory families, DisclosureDesk desk, TransactionTemplate transaction, HubClock clock) {
        this.store = store;
        this.scope = scope;
        this.people = people;
        this.families = families;
        this.desk = desk;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** All holds, those that stand first. */
    public List<LegalHold> all() {
        return store.all();
    }

    /** Holds that stand, under the references that people and families have now. */
    public List<LegalHold> standing() {
        return store.standing().stream().map(hold -> hold.scope() == Scope.ALL ? hold : hold.about(nowCalled(hold))).toList();
    }

    /** Holds that stand over any of these people, by themselves, their families or everybody. */
    public List<LegalHold> over(Collection<String> refs) {
        List<LegalHold> standing = standing();
        if (standing.isEmpty()) {
            return List.of();
        }
        Set<String> concerned = new HashSet<>(refs);
        concerned.addAll(scope.familiesOf(refs));
        return standing.stream().filter(hold -> hold.scope() == Scope.ALL || concerned.contains(hold.about())).toList();
    }

    /**
     * Places a hold, at once.
     *
     * @throws IllegalArgumentException when nobody is known under the reference, a word is missing or too long, or the review
     *                                  is not between tomorrow and {@value #REVIEW_WITHIN_YEARS} years
     */
    public void place(Scope over, String about, String reason, LocalDate reviewOn, String account) {
        require(over == Scope.ALL ? about.isEmpty() : isKnown(over, about), "Nobody is known under that reference. Nothing was changed.");
        require(!reason.isEmpty() && reason.length() <= REASON_CHARACTERS, "Give a reason of at most " + REASON_CHARACTERS + " characters, and name nobody in it.");
        require(reviewOn != null && reviewOn.isAfter(clock.today()) && !reviewOn.isAfter(clock.today().plusYears(REVIEW_WITHIN_YEARS)),
                "Give a day of review between tomorrow and " + REVIEW_WITHIN_YEARS + " years from now.");
        transaction.executeWithoutResult(status -> {
            store.place(over, over == Scope.ALL ? null : about, reason, reviewOn, account, clock.now());
            note(over, about, account, "legal hold placed", reason);
        });
    }

    /** Proposes to lift a hold. Throws IllegalArgumentException without a reason, or when it does not stand. */
    public void proposeLift(long id, String reason, String account) {
        require(!reason.isEmpty() && reason.length() <= REASON_CHARACTERS, "Give a reason of at most " + REASON_CHARACTERS + " characters, and name nobody in it.");
        require(store.proposeLift(id, reason, account, clock.now()), "That hold does not stand any more.");
    }

    /** Lifts a hold as the second person. Throws IllegalArgumentException for the same person, or when nobody proposed it. */
    public void lift(long id, String account) {
        LegalHold hold = store.all().stream().filter(one -> one.id() == id && one.stands()).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("That hold does not stand any more."));
        require(hold.liftBy() != null, "Nobody proposed to lift it.");
        require(!account.equals(hold.liftBy()), "You proposed it: a second, different person lifts it.");
        transaction.executeWithoutResult(status -> {
            require(store.lift(id, account, clock.now()), "That hold does not stand any more.");
            note(hold.scope(), hold.about(), account, "legal hold lifted", hold.liftReason());
        });
    }

    private void note(Scope over, String about, String account, String what, String reason) {
        desk.note(List.of(new Act(ActKind.CORRECTED, over == Scope.PERSON ? about : null, Recipient.role("ig", account), Purpose.GOVERNANCE, null, Set.of(), Set.of(),
                Map.of("what", what, "over", over == Scope.ALL ? "everybody" : about, "reason", reason))));
    }

    /** A hold follows its person or family through merges. */
    private String nowCalled(LegalHold hold) {
        return hold.scope() == Scope.PERSON ? people.byRef(hold.about()).map(person -> person.ref()).orElse(hold.about())
                : families.byRef(hold.about()).map(family -> family.ref()).orElse(hold.about());
    }

    private boolean isKnown(Scope over, String about) {
        return over == Scope.PERSON ? people.byRef(about).isPresent() : families.byRef(about).isPresent();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
