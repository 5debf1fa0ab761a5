package org.earlyhelp.hub.linkage;

import org.earlyhelp.hub.person.Address;

/**
 * Where somebody lives, made ready for comparison. Any part may be null. May come from a hidden address: used for
 * comparing only, never shown, logged or sent.
 */
public record Dwelling(String uprn, String line1, String postcode) {
    /** The place of an address; null stays null, and so does an address that says nowhere. */
    public static Dwelling of(Address address) {
        return address == null || !address.saysWhere() ? null
                : new Dwelling(Plain.place(address.uprn()), Plain.place(address.line1()), Plain.place(address.postcode()));
    }

    /** Whether it names one dwelling: a UPRN, or first line and postcode. */
    public boolean isComplete() {
        return uprn != null || line1 != null && postcode != null;
    }

    /** Whether both surely name one dwelling. */
    public boolean isSameAs(Dwelling other) {
        return other != null && (uprn != null && uprn.equals(other.uprn) || line1 != null && postcode != null
                && line1.equals(other.line1) && postcode.equals(other.postcode));
    }

    @Override
    public String toString() {
        return "Dwelling[not shown]";
    }
}
