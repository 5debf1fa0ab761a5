package org.earlyhelp.hub.identity.household;

import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.person.Relationship;
import org.earlyhelp.hub.person.Role;

/**
 * What one record says of who belongs to whom.
 *
 * @param current the newest version of the record; older ones count for nothing but hidden places
 * @param inCare  the child is missing from care: the record's place is no household
 */
public record Statement(Stamp stamp, boolean current, boolean inCare, List<Named> people) {
    private static final int ADULT_YEARS = 18;

    public Statement {
        people = List.copyOf(people);
    }

    /**
     * What the adult is to the child by this record, or null for nothing. The victim of a referral that names
     * children is presumed to care for them, as OTHER: the referral does not say more.
     */
    Relationship relation(Named adult, Named child) {
        boolean isPair = adult.person() != child.person() && child.role().isSubject() && !adult.role().isSubject() && !isGrown(child);
        if (!isPair || adult.role() == Role.ALLEGED_PERPETRATOR) {
            return null;
        }
        if (adult.role() == Role.EXPECTANT_PARENT && child.role() == Role.UNBORN) {
            return Relationship.MOTHER;
        }
        if (adult.relationship() != null) {
            return adult.relationship().isCarer() ? adult.relationship() : null;
        }
        return adult.role() == Role.VICTIM && child.role() == Role.CHILD ? Relationship.OTHER : null;
    }

    /** Grown up at the time of the record: next of kin of an adult are no carers. */
    private boolean isGrown(Named child) {
        LocalDate born = child.said().dateOfBirth();
        return born != null && !born.plusYears(ADULT_YEARS).isAfter(London.dateOf(stamp.observedAt()));
    }

    /** Whether the record puts the adult in the child's home: it gives the adult no address, or the child's own. */
    boolean putsTogether(Named adult, Named child) {
        if (inCare || relation(adult, child) == null) {
            return false;
        }
        return adult.dwelling() == null || child.role() == Role.UNBORN || adult.dwelling().isSameAs(child.dwelling())
                || adult.dwelling().equals(child.dwelling());
    }
}
