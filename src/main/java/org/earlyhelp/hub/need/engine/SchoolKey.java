package org.earlyhelp.hub.need.engine;

import org.earlyhelp.hub.person.AttendanceDay;

/** How a register is told from others: the agency that sends it and the school's URN. */
public final class SchoolKey {
    private SchoolKey() {
    }

    /** The register of an attendance record; throws ClassCastException for any other record. */
    public static String of(HeldRecord record) {
        return of(record.agency(), ((AttendanceDay) record.fact()).urn());
    }

    /** One key for a school as one agency names it. */
    public static String of(String agency, String urn) {
        return agency + "/" + urn;
    }
}
