package org.earlyhelp.hub.web.rights.answer;

import java.time.LocalDate;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.rights.request.Capacity;
import org.earlyhelp.hub.rights.request.RequestAct;
import org.earlyhelp.hub.rights.request.RequestKind;
import org.earlyhelp.hub.rights.request.RequestState;
import org.earlyhelp.hub.rights.request.RightsRequest;

/** Requests as pages write them. */
final class RequestWords {
    private RequestWords() {
    }

    static String kind(RequestKind kind) {
        return switch (kind) {
            case ACCESS -> "Access: what is held, and who looked at it";
            case RECTIFICATION -> "Something is wrong";
            case OBJECTION -> "Objection";
            case RESTRICTION -> "Restriction: keep, but do not use";
            case COMPLAINT -> "Complaint";
        };
    }

    static String capacity(Capacity capacity) {
        return switch (capacity) {
            case SELF -> "Their own data";
            case PARENT -> "A child's data, as a parent with parental responsibility";
            case REPRESENTATIVE -> "Somebody's data, on a written authority";
        };
    }

    static String state(RequestState state) {
        return switch (state) {
            case RECEIVED -> "Received";
            case IN_HAND -> "In hand";
            case CLARIFYING -> "Waits for clarification";
            case PROPOSED -> "Prepared, waits for a second person";
            case ANSWERED -> "Answered";
            case LIFTING -> "To be lifted, waits for a second person";
            case LIFTED -> "Lifted";
            case REFUSED -> "Refused";
            case WITHDRAWN -> "Withdrawn";
        };
    }

    static String act(RequestAct act) {
        return switch (act) {
            case OPEN -> "Entered";
            case CHECK -> "Identity and right to ask shown";
            case ACKNOWLEDGE -> "Acknowledge";
            case ASK -> "Ask for clarification";
            case CLARIFY -> "Clarification came";
            case EXTEND -> "Extend by two months";
            case NAME -> "Say whose data it is";
            case PROPOSE -> "Prepared: hand to a second person";
            case SEND_BACK -> "Send back";
            case RELEASE -> "Release";
            case ANSWER -> "Answered";
            case REFUSE -> "Refuse";
            case WITHDRAW -> "They withdrew it";
            case PROPOSE_LIFT -> "Lift: hand to a second person";
            case LIFT -> "Lift";
        };
    }

    /** Until when, in words; a dash once nothing is due. */
    static String due(RightsRequest request, LocalDate today) {
        if (!request.state().isOpen() || request.state() == RequestState.LIFTING) {
            return "–";
        }
        if (request.kind() == RequestKind.COMPLAINT) {
            return request.acknowledgedOn() == null ? "Acknowledge by " + PlainTime.of(request.clock().acknowledgeBy()) : "Without undue delay";
        }
        String paused = request.clock().pausedOn() == null ? "" : " (the clock stands still)";
        return request.clock().dueOn(today).map(due -> "Answer by " + PlainTime.of(due) + paused).orElse("The month begins when identity is shown");
    }

    static boolean isOverdue(RightsRequest request, LocalDate today) {
        if (!request.state().isOpen() || request.state() == RequestState.LIFTING) {
            return false;
        }
        boolean unacknowledged = request.kind() == RequestKind.COMPLAINT && request.acknowledgedOn() == null;
        return unacknowledged ? today.isAfter(request.clock().acknowledgeBy())
                : request.kind() != RequestKind.COMPLAINT && request.clock().dueOn(today).filter(today::isAfter).isPresent();
    }
}
