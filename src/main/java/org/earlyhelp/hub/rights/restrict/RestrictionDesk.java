package org.earlyhelp.hub.rights.restrict;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.identity.PersonDirectory;
import org.earlyhelp.hub.identity.PersonRestrictions;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.rights.request.RequestAct;
import org.earlyhelp.hub.rights.request.RequestKind;
import org.earlyhelp.hub.rights.request.RequestRegister;
import org.earlyhelp.hub.rights.request.RightsRequest;
import org.earlyhelp.hub.rights.request.StepResult;
import org.earlyhelp.hub.rights.request.StepResult.Taken;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grants an objection or a restriction when a second person releases it. A refusal is a step of the register with its reason. Thread-safe. */
@Service
public class RestrictionDesk {
    private final RequestRegister register;
    private final PersonRestrictions restrictions;
    private final PersonDirectory persons;
    private final DisclosureDesk desk;

    RestrictionDesk(RequestRegister register, PersonRestrictions restrictions, PersonDirectory persons, DisclosureDesk desk) {
        this.register = register;
        this.restrictions = restrictions;
        this.persons = persons;
        this.desk = desk;
    }

    /** Releases and restricts, in one transaction. */
    @Transactional
    public StepResult release(String ref, int version, String account) {
        StepResult step = register.take(ref, version, RequestAct.RELEASE, "", account);
        if (step instanceof Taken taken && (taken.request().kind() == RequestKind.OBJECTION || taken.request().kind() == RequestKind.RESTRICTION)) {
            RightsRequest request = taken.request();
            String person = persons.byRef(request.person()).map(PersonView::ref).orElseThrow(() -> new IllegalStateException("the person of " + ref + " does not stand"));
            restrictions.restrict(ref, person);
            desk.note(List.of(new Act(ActKind.CORRECTED, person, Recipient.role("ig", account), Purpose.RIGHTS, null, Set.of(), Set.of(),
                    Map.of("request", ref, "state", "used to keep a child safe only"))));
        }
        return step;
    }

    /** A second person ends what was granted, in one transaction. */
    @Transactional
    public StepResult lift(String ref, int version, String account) {
        StepResult step = register.take(ref, version, RequestAct.LIFT, "", account);
        if (step instanceof Taken taken) {
            restrictions.lift(ref);
            desk.note(List.of(new Act(ActKind.CORRECTED, taken.request().person(), Recipient.role("ig", account), Purpose.RIGHTS, null, Set.of(), Set.of(),
                    Map.of("request", ref, "state", "no longer restricted"))));
        }
        return step;
    }
}
