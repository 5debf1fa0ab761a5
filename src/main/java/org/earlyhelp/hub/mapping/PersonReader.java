package org.earlyhelp.hub.mapping;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.format.SourceRecord;
import org.earlyhelp.hub.person.Address;
import org.earlyhelp.hub.person.Disclosure;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.MentionedPersonBuilder;
import org.earlyhelp.hub.person.NhsNumber;
import org.earlyhelp.hub.person.Sex;
import org.earlyhelp.hub.person.Upn;

/** Reads one person by the declared fields. Immutable and thread-safe. */
final class PersonReader {
    private static final int OLDEST_YEARS = 120;
    private static final int BIRTHS_AT_ONCE = 9;
    private static final MentionedPerson NOBODY = MentionedPerson.builder().build();

    private final FieldReader<String> localRef;
    private final FieldReader<String> surname;
    private final FieldReader<String> forenames;
    private final FieldReader<String> knownAs;
    private final FieldReader<LocalDate> dateOfBirth;
    private final FieldReader<Integer> ageYears;
    private final FieldReader<Sex> sex;
    private final FieldReader<String> ethnicity;
    private final FieldReader<NhsNumber> nhsNumber;
    private final Condition nhsNumberUnverified;
    private final FieldReader<Upn> upn;
    private final FieldReader<String> phone;
    private final FieldReader<String> email;
    private final AddressReader address;
    private final Condition multipleBirth;
    private final FieldReader<Integer> birthOrder;
    private final Condition identityUnknown;
    private final Condition deceased;
    private final FieldReader<LocalDate> expectedDate;
    private final FieldReader<String> mothersIdentifier;

    PersonReader(FieldCompiler compiler, FieldCompiler.Scope scope, Map<String, Declaration> fields) {
        localRef = compiler.field(scope, fields, "localRef", FieldTypes.TEXT);
        surname = compiler.field(scope, fields, "surname", FieldTypes.TEXT);
        forenames = compiler.field(scope, fields, "forenames", FieldTypes.TEXT);
        knownAs = compiler.field(scope, fields, "knownAs", FieldTypes.TEXT);
        dateOfBirth = compiler.field(scope, fields, "dateOfBirth", (declared, codes) -> DateTypes.birthDate(compiler.patterns(declared)));
        ageYears = compiler.field(scope, fields, "ageYears", FieldTypes.integer(0, OLDEST_YEARS));
        sex = compiler.field(scope, fields, "sex", FieldTypes.enumeration(Sex.class));
        ethnicity = compiler.field(scope, fields, "ethnicity", FieldTypes.TEXT);
        nhsNumber = compiler.field(scope, fields, "nhsNumber", (declared, codes) -> ValueTypes.nhsNumber());
        upn = compiler.field(scope, fields, "upn", (declared, codes) -> ValueTypes.upn());
        phone = compiler.field(scope, fields, "phone", FieldTypes.TEXT);
        email = compiler.field(scope, fields, "email", FieldTypes.TEXT);
        address = new AddressReader(compiler, scope, fields);
        birthOrder = compiler.field(scope, fields, "birthOrder", FieldTypes.integer(1, BIRTHS_AT_ONCE));
        expectedDate = compiler.field(scope, fields, "expectedDate", (declared, codes) -> DateTypes.date(compiler.patterns(declared), true));
        mothersIdentifier = compiler.field(scope, fields, "mothersIdentifier", FieldTypes.TEXT);
        nhsNumberUnverified = compiler.condition(scope, fields, "nhsNumberUnverified");
        multipleBirth = compiler.condition(scope, fields, "multipleBirth");
        identityUnknown = compiler.condition(scope, fields, "identityUnknown");
        deceased = compiler.condition(scope, fields, "deceased");
    }

    /** The sender's own name of what names the person; null when nothing does. */
    String nameField() {
        return surname.isDeclared() ? surname.senderName() : localRef.senderName();
    }

    /** The person, perhaps one who is not named, or null when nothing at all is stated. */
    MentionedPerson read(SourceRecord part, Address elseAddress, Reading reading) {
        reading.beginPerson();
        MentionedPersonBuilder person = names(part, reading)
                .localRef(localRef.read(part, reading)).dateOfBirth(dateOfBirth.read(part, reading))
                .ageYears(ageYears.read(part, reading)).sex(sex.read(part, reading)).ethnicity(ethnicity.read(part, reading))
                .nhsNumber(nhsNumber.read(part, reading)).nhsNumberVerified(!Condition.isTrue(nhsNumberUnverified, part))
                .upn(upn.read(part, reading)).phone(phone.read(part, reading)).email(email.read(part, reading))
                .multipleBirth(multipleBirth == null ? null : multipleBirth.holds(part)).birthOrder(birthOrder.read(part, reading))
                .identityUnknown(Condition.isTrue(identityUnknown, part)).deceased(Condition.isTrue(deceased, part))
                .expectedDate(expectedDate.read(part, reading)).mothersIdentifier(mothersIdentifier.read(part, reading));
        Address own = address.read(part, reading);
        List<String> notes = reading.endPerson();
        boolean lives = own != null && own.saysWhere();
        MentionedPerson read = person.address(lives ? own : inherited(own, elseAddress)).notes(notes).build();
        return read.isNamed() || lives || !notes.isEmpty() || !isNobody(person) ? read : null;
    }

    private static boolean isNobody(MentionedPersonBuilder person) {
        return person.address(null).nhsNumberVerified(true).build().equals(NOBODY);
    }

    /** A child known only by a name in use is named all the same. */
    private MentionedPersonBuilder names(SourceRecord part, Reading reading) {
        String family = surname.read(part, reading);
        String given = forenames.read(part, reading);
        List<String> inUse = knownAs.readAll(part, reading);
        boolean onlyInUse = family == null && given == null && inUse != null && !inUse.isEmpty();
        if (onlyInUse) {
            reading.note("only a name in use is known");
        }
        return MentionedPerson.builder().surname(family).forenames(onlyInUse ? inUse.get(0) : given).knownAs(inUse);
    }

    /** The other person's address; where this one's statement is stricter, that stays. */
    private static Address inherited(Address own, Address other) {
        if (other == null || own == null) {
            return other == null ? own : other;
        }
        Disclosure strictest = own.disclosure().strictest(other.disclosure());
        return new Address(other.line1(), other.line2(), other.town(), other.postcode(), other.uprn(), strictest);
    }
}
