package org.earlyhelp.hub.person;

import java.util.Locale;
import java.util.regex.Pattern;
import org.earlyhelp.hub.kernel.Parsed;

/**
 * A unique pupil number: check letter, LA, establishment, year, serial (DfE, modulus 23). UPNs are re-issued
 * and doubled in practice: strong evidence, not proof. A letter at the end marks a temporary one.
 */
public record Upn(String text) {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRTUVWXYZ";
    private static final Pattern SHAPE = Pattern.compile("[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]");

    public Upn {
        if (!SHAPE.matcher(text).matches() || !checkLetterHolds(text)) {
            throw new IllegalArgumentException("not a UPN");
        }
    }

    /** Blanks around and small letters are mended; the check letter must be right. */
    public static Parsed<Upn> parse(String text) {
        String upn = text.strip().toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(upn).matches()) {
            return Parsed.bad("BAD_CHECK_DIGIT", "A UPN has a letter, 11 digits and a digit or letter.");
        }
        return checkLetterHolds(upn) ? Parsed.good(new Upn(upn))
                : Parsed.bad("BAD_CHECK_DIGIT", "The check letter of the UPN is wrong.");
    }

    /** Whether the school gave it for the time being, until the real one is known. */
    public boolean isTemporary() {
        return Character.isLetter(text.charAt(text.length() - 1));
    }

    private static boolean checkLetterHolds(String upn) {
        int sum = 0;
        for (int position = 2; position <= upn.length(); position++) {
            char c = upn.charAt(position - 1);
            sum += position * (Character.isDigit(c) ? c - '0' : ALPHABET.indexOf(c));
        }
        return ALPHABET.charAt(sum % ALPHABET.length()) == upn.charAt(0);
    }
}
