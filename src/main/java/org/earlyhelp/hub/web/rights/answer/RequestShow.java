package org.earlyhelp.hub.web.rights.answer;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.rights.access.AccessDesk;
import org.earlyhelp.hub.rights.request.RequestAct;
import org.earlyhelp.hub.rights.request.RequestDetails;
import org.earlyhelp.hub.rights.request.RequestKind;
import org.earlyhelp.hub.rights.request.RequestLife;
import org.earlyhelp.hub.rights.request.RequestRegister;
import org.earlyhelp.hub.rights.request.RequestState;
import org.earlyhelp.hub.rights.request.RequestStep;
import org.earlyhelp.hub.rights.request.RightsRequest;
import org.earlyhelp.hub.sharing.Allowance;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.web.StaffRole;
import org.earlyhelp.hub.web.Viewer;
import org.springframework.stereotype.Component;

/** Makes a request's page. The words of whoever asked and the officers' notes pass the disclosure desk. */
@Component
class RequestShow {
    private static final String DETAILS = "requestDetails";
    /** A manager stands in as the second person, and does nothing else here. */
    private static final Set<RequestAct> OF_SECOND_PERSON = EnumSet.of(RequestAct.RELEASE, RequestAct.SEND_BACK, RequestAct.LIFT);
    private static final Set<RequestAct> WITHOUT_NOTE = EnumSet.of(RequestAct.RELEASE, RequestAct.LIFT, RequestAct.PROPOSE);

    private final RequestRegister register;
    private final AccessDesk access;
    private final HubClock clock;

    RequestShow(RequestRegister register, AccessDesk access, HubClock clock) {
        this.register = register;
        this.access = access;
        this.clock = clock;
    }

    static boolean maySecond(RequestAct act) {
        return OF_SECOND_PERSON.contains(act);
    }

    RequestSheet sheet(DisclosureDesk desk, RightsRequest request, Viewer viewer) {
        RequestDetails details = register.details(request);
        List<RequestStep> steps = register.steps(request);
        DisclosedField field = new DisclosedField(DETAILS, DataClass.FREE_TEXT, null);
        return desk.disclose(RightsAsk.of(request, viewer, "/rights/{ref}", RightsAsk.about(request), List.of(field)),
                allowance -> sheet(request, allows(request, allowance) ? details : null, steps, allows(request, allowance), viewer)) instanceof Disclosed<RequestSheet> disclosed
                ? disclosed.content() : sheet(request, null, steps, false, viewer);
    }

    private static boolean allows(RightsRequest request, Allowance allowance) {
        return allowance.allows(RightsAsk.about(request), DETAILS);
    }

    private RequestSheet sheet(RightsRequest request, RequestDetails details, List<RequestStep> steps, boolean notes, Viewer viewer) {
        LocalDate today = clock.today();
        boolean ig = viewer.role() == StaffRole.IG;
        List<RequestAct> acts = RequestLife.acts(request.kind(), request.state()).stream().filter(act -> act != RequestAct.NAME && (ig || OF_SECOND_PERSON.contains(act))).toList();
        boolean found = request.person() != null;
        return new RequestSheet(request.ref(), RequestWords.kind(request.kind()), RequestWords.capacity(request.capacity()), RequestWords.state(request.state()), request.version(),
                PlainTime.of(request.clock().receivedOn()), RequestWords.due(request, today), RequestWords.isOverdue(request, today), request.person(), request.requester(), details,
                steps.stream().map(step -> new RequestSheet.StepLine(PlainTime.of(step.at()), step.by(), RequestWords.act(step.act()), notes ? step.note() : "withheld")).toList(),
                acts.stream().map(act -> new RequestSheet.ActLine(act.name(), RequestWords.act(act), !WITHOUT_NOTE.contains(act), act == RequestAct.CHECK)).toList(),
                ig && RequestLife.after(request.kind(), request.state(), RequestAct.NAME).isPresent(),
                found && request.kind() == RequestKind.ACCESS && (request.state() == RequestState.IN_HAND || request.state() == RequestState.PROPOSED),
                access.pack(request).isPresent(), found && ig && request.kind() == RequestKind.RECTIFICATION);
    }
}
