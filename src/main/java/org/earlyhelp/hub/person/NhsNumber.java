package org.earlyhelp.hub.person;

import org.earlyhelp.hub.kernel.Parsed;

/**
 * An NHS number: ten digits, the last a modulus-11 check digit (NHS Data Dictionary). That a number is well
 * formed says nothing about whose it is; see {@link MentionedPerson#nhsNumberVerified()}.
 */
public record NhsNumber(String digits) {
    private static final int LENGTH = 10;

    public NhsNumber {
        if (digits.length() != LENGTH || !digits.chars().allMatch(c -> c >= '0' && c <= '9') || !checkDigitHolds(digits)) {
            throw new IllegalArgumentException("not an NHS number");
        }
    }

    /** Reads a number written with or without spaces and hyphens. */
    public static Parsed<NhsNumber> parse(String text) {
        String digits = text.replaceAll("[\\s-]", "");
        if (!digits.matches("[0-9]{10}")) {
            return Parsed.bad("BAD_CHECK_DIGIT", "An NHS number has 10 digits.");
        }
        return checkDigitHolds(digits) ? Parsed.good(new NhsNumber(digits))
                : Parsed.bad("BAD_CHECK_DIGIT", "The check digit of the NHS number is wrong.");
    }

    private static boolean checkDigitHolds(String digits) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (digits.charAt(i) - '0') * (LENGTH - i);
        }
        int check = (11 - sum % 11) % 11;
        return check != 10 && check == digits.charAt(LENGTH - 1) - '0';
    }
}
