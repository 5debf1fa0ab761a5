package org.earlyhelp.hub.person;

import java.time.LocalDate;
import java.util.List;

/** Fills a {@link MentionedPerson} field by field; what is not set stays null, a number counts as verified. Not thread-safe. */
public final class MentionedPersonBuilder {
    private String localRef;
    private String surname;
    private String forenames;
    private List<String> knownAs;
    private LocalDate dateOfBirth;
    private Integer ageYears;
    private Sex sex;
    private String ethnicity;
    private NhsNumber nhsNumber;
    private boolean nhsNumberVerified = true;
    private Upn upn;
    private String phone;
    private String email;
    private Address address;
    private Boolean multipleBirth;
    private Integer birthOrder;
    private boolean identityUnknown;
    private boolean deceased;
    private LocalDate expectedDate;
    private String mothersIdentifier;
    private List<String> notes;

    MentionedPersonBuilder() {
    }

    public MentionedPersonBuilder localRef(String value) {
        localRef = value;
        return this;
    }

    public MentionedPersonBuilder surname(String value) {
        surname = value;
        return this;
    }

    public MentionedPersonBuilder forenames(String value) {
        forenames = value;
        return this;
    }

    public MentionedPersonBuilder knownAs(List<String> value) {
        knownAs = value;
        return this;
    }

    public MentionedPersonBuilder dateOfBirth(LocalDate value) {
        dateOfBirth = value;
        return this;
    }

    public MentionedPersonBuilder ageYears(Integer value) {
        ageYears = value;
        return this;
    }

    public MentionedPersonBuilder sex(Sex value) {
        sex = value;
        return this;
    }

    public MentionedPersonBuilder ethnicity(String value) {
        ethnicity = value;
        return this;
    }

    public MentionedPersonBuilder nhsNumber(NhsNumber value) {
        nhsNumber = value;
        return this;
    }

    public MentionedPersonBuilder nhsNumberVerified(boolean value) {
        nhsNumberVerified = value;
        return this;
    }

    public MentionedPersonBuilder upn(Upn value) {
        upn = value;
        return this;
    }

    public MentionedPersonBuilder phone(String value) {
        phone = value;
        return this;
    }

    public MentionedPersonBuilder email(String value) {
        email = value;
        return this;
    }

    public MentionedPersonBuilder address(Address value) {
        address = value;
        return this;
    }

    public MentionedPersonBuilder multipleBirth(Boolean value) {
        multipleBirth = value;
        return this;
    }

    public MentionedPersonBuilder birthOrder(Integer value) {
        birthOrder = value;
        return this;
    }

    public MentionedPersonBuilder identityUnknown(boolean value) {
        identityUnknown = value;
        return this;
    }

    public MentionedPersonBuilder deceased(boolean value) {
        deceased = value;
        return this;
    }

    public MentionedPersonBuilder expectedDate(LocalDate value) {
        expectedDate = value;
        return this;
    }

    public MentionedPersonBuilder mothersIdentifier(String value) {
        mothersIdentifier = value;
        return this;
    }

    public MentionedPersonBuilder notes(List<String> value) {
        notes = value;
        return this;
    }

    public MentionedPerson build() {
        return new MentionedPerson(localRef, surname, forenames, knownAs, dateOfBirth, ageYears, sex,
                ethnicity, nhsNumber, nhsNumberVerified, upn, phone, email, address,
                multipleBirth, birthOrder, identityUnknown, deceased, expectedDate,
                mothersIdentifier, notes);
    }
}
