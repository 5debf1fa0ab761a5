package org.earlyhelp.hub.linkage;

/** Why two descriptions were joined or kept apart, strongest ground first. The sentence holds no value of any field. */
public enum Reason {
    SAME_NHS_NUMBER("The NHS number agrees."),
    SAME_UPN("The unique pupil number agrees."),
    SAME_LOCAL_REFERENCE("The agency's own reference agrees."),
    SAME_NAME_BIRTH_AND_POSTCODE("Full name, date of birth and postcode agree."),
    SAME_NAME_BIRTH_AND_PHONE("Full name, date of birth and telephone agree."),
    SAME_CARER_NAME_AND_ADDRESS("Full name and address of a carer agree."),
    SAME_CARER_NAME_AND_PHONE("Full name and telephone of a carer agree."),
    SAME_PREGNANCY("The mother's number agrees and the dates fit one pregnancy."),
    SAME_MOTHER_BY_NAME("The mother's name and home or telephone agree and the dates fit one pregnancy."),
    SAME_BY_WEIGHT("Name, date of birth, address and telephone agree enough, taken together."),
    SAME_RECORD("Another version of the same record names this person."),
    FIRST_MENTION("Nobody like this was known."),
    IDENTIFIER_OF_ANOTHER("An identifier agrees, but name and date of birth do not."),
    DIFFERENT_NHS_NUMBERS("An identifier agrees, but the NHS numbers differ."),
    TWINS("An identifier agrees, but these are likely to be twins."),
    PERHAPS_THE_SAME("Much agrees, but not enough to be sure."),
    SEVERAL_CANDIDATES("More than one known person fits."),
    CORRECTED("The record was corrected and no longer fits the person."),
    SETTLED("All records that hang together were judged anew."),
    BY_A_STEWARD("A steward decided it.");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason, for a person who reviews. */
    public String sentence() {
        return sentence;
    }
}
