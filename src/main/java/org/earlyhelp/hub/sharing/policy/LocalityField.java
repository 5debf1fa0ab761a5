package org.earlyhelp.hub.sharing.policy;

import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosedField;

/** A family's locality names a quarter of the borough, no address: it is judged as IDENTITY whatever class it came with. */
final class LocalityField {
    static final String NAME = "locality";

    private LocalityField() {
    }

    static DataClass classOf(DisclosedField field) {
        return field.name().equals(NAME) ? DataClass.IDENTITY : field.dataClass();
    }
}
