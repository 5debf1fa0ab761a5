package org.earlyhelp.hub.sharing.policy;

import java.util.EnumSet;
import java.util.Set;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosedField;

/**
 * Which fields tell where a person is. Once any source says RESTRICTED or HIDDEN they are used for matching only,
 * whoever asks.
 */
final class HiddenPlace {
    private static final Set<DataClass> CLASSES = EnumSet.of(DataClass.ADDRESS, DataClass.RESTRICTED_PLACE, DataClass.CONTACT);
    private static final Set<String> FIELDS = Set.of("address", "line1", "line2", "town", "postcode", "uprn", "phone", "email",
            "school", "schoolName", "urn", "laestab", LocalityField.NAME, "gpPractice", "lastSeenPlace", "placement");
    private static final Set<String> AGENCY_FIELDS = Set.of("agency", "agencies", "knownTo", "evidence");

    private HiddenPlace() {
    }

    /** {@code specialist}: the source agency's name alone gives away why somebody is known to it. */
    static boolean reveals(DisclosedField field, boolean specialist) {
        return CLASSES.contains(field.dataClass()) || FIELDS.contains(field.name())
                || specialist && AGENCY_FIELDS.contains(field.name());
    }
}
