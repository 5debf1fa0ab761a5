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

    /** The sender's own number for the person. */
    public MentionedPersonBuilder localRef(String value) {
        localRef = value;
        return this;
    }

    /** As sent, with its prefixes. */
    public MentionedPersonBuilder surname(String value) {
        surname = value;
        return this;
    }

    /** Legal forenames separated by spaces. */
    public MentionedPersonBuilder forenames(String value) {
        forenames = value;
        return this;
    }

    /** Other forenames or full names in use; null counts as none. */
    public MentionedPersonBuilder knownAs(List<String> value) {
        knownAs = value;
        return this;
    }

    /** The civil date; of somebody not yet born, null. */
    public MentionedPersonBuilder dateOfBirth(LocalDate value) {
        dateOfBirth = value;
        return this;
    }

    /** Whole years, where no date of birth is known. */
    public MentionedPersonBuilder ageYears(Integer value) {
        ageYears = value;
        return this;
    }

    /** As the sender records it. */
    public MentionedPersonBuilder sex(Sex value) {
        sex = value;
        return this;
    }

    /** The sender's own code or words. */
    public MentionedPersonBuilder ethnicity(String value) {
        ethnicity = value;
        return this;
    }

    /** With its right check digit; see also {@link #nhsNumberVerified}. */
    public MentionedPersonBuilder nhsNumber(NhsNumber value) {
        nhsNumber = value;
        return this;
    }

    /** False where the sender says that the number was not traced. */
    public MentionedPersonBuilder nhsNumberVerified(boolean value) {
        nhsNumberVerified = value;
        return this;
    }

    /** The pupil's number, with its right check letter. */
    public MentionedPersonBuilder upn(Upn value) {
        upn = value;
        return this;
    }

    /** As sent; comparing knows the ways to write it. */
    public MentionedPersonBuilder phone(String value) {
        phone = value;
        return this;
    }

    /** As sent. */
    public MentionedPersonBuilder email(String value) {
        email = value;
        return this;
    }

    /** Where the person lives, by the sender. */
    public MentionedPersonBuilder address(Address value) {
        address = value;
        return this;
    }

    /** Twin or more; null when not stated. */
    public MentionedPersonBuilder multipleBirth(Boolean value) {
        multipleBirth = value;
        return this;
    }

    /** 1 for the first born of a multiple birth. */
    public MentionedPersonBuilder birthOrder(Integer value) {
        birthOrder = value;
        return this;
    }

    /** Then nothing but an exact identifier matches the person. */
    public MentionedPersonBuilder identityUnknown(boolean value) {
        identityUnknown = value;
        return this;
    }

    /** Whether the sender states that the person has died. */
    public MentionedPersonBuilder deceased(boolean value) {
        deceased = value;
        return this;
    }

    /** When somebody not yet born is due. */
    public MentionedPersonBuilder expectedDate(LocalDate value) {
        expectedDate = value;
        return this;
    }

    /** NHS number or local number of a newborn's mother. */
    public MentionedPersonBuilder mothersIdentifier(String value) {
        mothersIdentifier = value;
        return this;
    }

    /** Faults of form that a reader must know; null counts as none. */
    public MentionedPersonBuilder notes(List<String> value) {
        notes = value;
        return this;
    }

    /** What was set so far; may be called again. */
    public MentionedPerson build() {
        return new MentionedPerson(localRef, surname, forenames, knownAs, dateOfBirth, ageYears, sex,
                ethnicity, nhsNumber, nhsNumberVerified, upn, phone, email, address,
                multipleBirth, birthOrder, identityUnknown, deceased, expectedDate,
                mothersIdentifier, notes);
    }
}
