package org.earlyhelp.hub.sharing.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.Agreement.Standing;
import org.earlyhelp.hub.sharing.Agreements;
import org.earlyhelp.hub.sharing.Borough;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.sharing.Recipient;

/**
 * The terms that govern one agency's data in one request.
 *
 * @param agreement whose grants and legal bases apply; the borough's own where the agency has none
 * @param standing  of the agency's agreement on the day
 * @param goesOn    whether anything may leave at all: in force, or a child in danger cannot wait for it
 */
public record Terms(Agreement agreement, Standing standing, boolean goesOn) {
    private static final int STATUTORY_LEVEL = 4;

    static Terms of(DisclosureRequest request, String agency, Collection<DisclosedField> fields, Agreements agreements, LocalDate today) {
        if (SubjectLaw.decides(request)) {
            return new Terms(SubjectLaw.termsFor(agency, agreements), Standing.IN_FORCE, true);
        }
        if (agency.equals(Borough.AGENCY)) {
            return new Terms(agreements.borough().terms(), Standing.IN_FORCE, true);
        }
        Optional<Agreement> agreement = agreements.agreementOf(agency);
        Standing standing = agreement.map(known -> known.standingOn(today)).orElse(Standing.NONE);
        boolean goesOn = switch (standing) {
            case IN_FORCE, GRACE -> true;
            case NOT_BEGUN -> false;
            case LAPSED, NONE -> cannotWait(request, fields);
        };
        return new Terms(agreement.orElse(agreements.borough().terms()), standing, goesOn);
    }

    /**
     * The terms of an act that discloses nothing: its bases are in the log whatever became of the paper, and an act of no
     * single agency is done under the borough's own.
     */
    public static Terms of(Act noted, Agreements agreements, LocalDate today) {
        if (noted.agency() == null) {
            return new Terms(agreements.borough().terms(), Standing.IN_FORCE, true);
        }
        Optional<Agreement> agreement = agreements.agreementOf(noted.agency());
        Standing standing = agreement.map(known -> known.standingOn(today)).orElse(Standing.NONE);
        return new Terms(agreement.orElse(agreements.borough().terms()), standing, true);
    }

    /** Whether an agreement covers it; if not, and it goes on, the entry says so. */
    public boolean inForce() {
        return standing == Standing.IN_FORCE || standing == Standing.GRACE;
    }

    /**
     * What concerns a child in danger goes on to every person, queue and agency that the agreement names, though in no export;
     * and the front door learns of missing children and of domestic abuse at any level, whatever became of the paper.
     */
    private static boolean cannotWait(DisclosureRequest request, Collection<DisclosedField> fields) {
        boolean inDanger = request.level() == STATUTORY_LEVEL && request.recipient().kind() != Recipient.Kind.EXPORT;
        return inDanger || isFrontDoor(request.recipient()) && fields.stream()
                .anyMatch(field -> field.dataClass() == DataClass.MISSING || field.dataClass() == DataClass.DOMESTIC_ABUSE);
    }

    static boolean isFrontDoor(Recipient recipient) {
        return switch (recipient.kind()) {
            case QUEUE -> recipient.name().startsWith("frontdoor.");
            case ROLE -> recipient.name().equals("front-door") || recipient.name().equals("manager");
            case AGENCY, EXPORT, SUBJECT -> false;
        };
    }
}
