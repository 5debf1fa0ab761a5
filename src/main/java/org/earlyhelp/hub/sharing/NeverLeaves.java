package org.earlyhelp.hub.sharing;

import java.util.List;

/** What no agreement can let out to a queue, an export or another agency: it stays on the pages of the hub. */
public final class NeverLeaves {
    /** In the order of the data classes. */
    public static final List<DataClass> CLASSES =
            List.of(DataClass.CONTACT, DataClass.ADDRESS, DataClass.RESTRICTED_PLACE, DataClass.ALLEGATION, DataClass.FREE_TEXT);

    private NeverLeaves() {
    }
}
