package org.earlyhelp.hub.intake.take;

import java.util.Optional;
import org.earlyhelp.hub.format.SourceLocation;
import org.earlyhelp.hub.intake.DeliveryError;
import org.earlyhelp.hub.mapping.MappedField;
import org.earlyhelp.hub.mapping.Mapping;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.Notice;

/**
 * Holds a sender to the rows of its own school. Immutable.
 *
 * @param urn   the only school whose rows are taken; null for a sender that is held to none
 * @param field how the sender calls the school's number; null where the layout has none
 */
public record OwnRows(String urn, String field) {
    static final String CODE = "OTHER_SCHOOL";
    private static final String PLACE = "urn";

    /** For a sender who may send whatever the agency may. */
    public static final OwnRows ALL = new OwnRows(null, null);

    static OwnRows of(String urn, Mapping mapping) {
        return new OwnRows(urn, mapping.fields().stream().filter(field -> field.place().equals(PLACE)).map(MappedField::senderName).findFirst().orElse(null));
    }

    boolean isOwn(Notice notice) {
        return urn == null || notice.fact() instanceof AttendanceDay day && urn.equals(day.urn());
    }

    /** Why the row is refused; empty when it is the sender's own. A row that names no school is nobody's own. */
    Optional<DeliveryError> refusal(SourceLocation at, Notice notice) {
        if (isOwn(notice)) {
            return Optional.empty();
        }
        return Optional.of(new DeliveryError(at.line(), at.record(), field, CODE, false,
                "The row is not of school " + urn + ", and this account may send that school's rows only; the row is refused.",
                "Send each school's rows from its own account."));
    }
}
