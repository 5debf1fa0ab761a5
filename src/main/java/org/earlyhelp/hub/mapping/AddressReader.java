package org.earlyhelp.hub.mapping;

import java.util.Map;
import org.earlyhelp.hub.format.SourceRecord;
import org.earlyhelp.hub.person.Address;
import org.earlyhelp.hub.person.Disclosure;

/** Reads the address of a person. A statement on disclosure that cannot be read hides the address: it may be a victim's. */
final class AddressReader {
    private final FieldReader<String> line1;
    private final FieldReader<String> line2;
    private final FieldReader<String> town;
    private final FieldReader<String> postcode;
    private final FieldReader<String> uprn;
    private final FieldReader<Disclosure> disclosure;

    AddressReader(FieldCompiler compiler, FieldCompiler.Scope scope, Map<String, Declaration> fields) {
        line1 = compiler.field(scope, fields, "line1", FieldTypes.TEXT);
        line2 = compiler.field(scope, fields, "line2", FieldTypes.TEXT);
        town = compiler.field(scope, fields, "town", FieldTypes.TEXT);
        postcode = compiler.field(scope, fields, "postcode", FieldTypes.TEXT);
        uprn = compiler.field(scope, fields, "uprn", FieldTypes.TEXT);
        disclosure = compiler.field(scope, fields, "disclosure", FieldTypes.enumeration(Disclosure.class));
    }

    /** The address; null when nothing of it is stated. One that only says that the place is hidden is one. */
    Address read(SourceRecord part, Reading reading) {
        int faultsBefore = reading.faults().size();
        Disclosure stated = disclosure.read(part, reading);
        boolean unreadable = reading.faults().size() > faultsBefore;
        Address address = new Address(line1.read(part, reading), line2.read(part, reading), town.read(part, reading),
                postcode.read(part, reading), uprn.read(part, reading), unreadable ? Disclosure.HIDDEN : stated);
        boolean stands = address.saysWhere() || address.line2() != null || address.town() != null || address.disclosure().hides();
        return stands ? address : null;
    }
}
