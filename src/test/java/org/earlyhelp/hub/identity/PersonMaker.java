package org.earlyhelp.hub.identity;

import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.person.Address;
import org.earlyhelp.hub.person.Disclosure;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.MentionedPersonBuilder;
import org.earlyhelp.hub.person.NhsNumber;
import org.earlyhelp.hub.person.Sex;
import org.earlyhelp.hub.person.Upn;

/** Makes mentioned people, a word at a time. */
public final class PersonMaker {
    private final MentionedPersonBuilder builder = MentionedPerson.builder();

    /** A child with a name, a date of birth and a home. */
    public static PersonMaker aChild() {
        return new PersonMaker().named("Okafor", "Chidi").born("2019-04-02").at("4 Test Row", "ZZ99 3VZ");
    }

    /** Somebody of whom nothing but the name is known. */
    public static PersonMaker named(String fullName) {
        String[] words = fullName.split(" ", 2);
        return new PersonMaker().named(words[1], words[0]);
    }

    public static PersonMaker nobody() {
        return new PersonMaker();
    }

    public PersonMaker named(String surname, String forenames) {
        builder.surname(surname).forenames(forenames);
        return this;
    }

    public PersonMaker forenames(String forenames) {
        builder.forenames(forenames);
        return this;
    }

    public PersonMaker knownAs(String... names) {
        builder.knownAs(List.of(names));
        return this;
    }

    public PersonMaker born(String date) {
        builder.dateOfBirth(date == null ? null : LocalDate.parse(date));
        return this;
    }

    public PersonMaker expected(String date) {
        builder.expectedDate(LocalDate.parse(date));
        return this;
    }

    public PersonMaker at(String line1, String postcode) {
        builder.address(new Address(line1, null, null, postcode, null, Disclosure.NORMAL));
        return this;
    }

    public PersonMaker hiddenAt(String line1, String postcode) {
        return at(line1, postcode, Disclosure.HIDDEN);
    }

    /** As the source asks for it to be shown, or not. */
    public PersonMaker at(String line1, String postcode, Disclosure disclosure) {
        builder.address(new Address(line1, null, null, postcode, null, disclosure));
        return this;
    }

    public PersonMaker homeless() {
        builder.address(null);
        return this;
    }

    public PersonMaker nhs(String digits) {
        builder.nhsNumber(NhsNumber.parse(digits).orThrow());
        return this;
    }

    public PersonMaker unverified() {
        builder.nhsNumberVerified(false);
        return this;
    }

    public PersonMaker upn(String upn) {
        builder.upn(Upn.parse(upn).orThrow());
        return this;
    }

    public PersonMaker ref(String localRef) {
        builder.localRef(localRef);
        return this;
    }

    public PersonMaker phone(String phone) {
        builder.phone(phone);
        return this;
    }

    public PersonMaker sex(Sex sex) {
        builder.sex(sex);
        return this;
    }

    public PersonMaker twin(int birthOrder) {
        builder.multipleBirth(true).birthOrder(birthOrder);
        return this;
    }

    public PersonMaker identityUnknown() {
        builder.identityUnknown(true);
        return this;
    }

    public PersonMaker mother(String identifier) {
        builder.mothersIdentifier(identifier);
        return this;
    }

    public MentionedPerson make() {
        return builder.build();
    }
}
