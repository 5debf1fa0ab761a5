package org.earlyhelp.hub.cli.generate;

import java.util.HashMap;
import java.util.Map;

/**
 * Gives out identifiers with right check digits from ranges that are never issued to anyone: NHS numbers
 * 999 xxx xxxx and pupil numbers of LA 999. Each is given once. Not thread-safe.
 */
final class IdentifierMint {
    static final String SYNTHETIC_LA = "999";
    private static final String UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";
    private static final int FIRST_NHS_BASE = 999_000_001;
    private static final int SERIALS_A_YEAR = 1000;

    private final Map<String, Integer> serials = new HashMap<>();
    private int nhsBase = FIRST_NHS_BASE;

    String nextNhsNumber() {
        int check = nhsCheckDigit(nhsBase);
        while (check == 10) {
            nhsBase++;
            check = nhsCheckDigit(nhsBase);
        }
        return nhsBase++ + "" + check;
    }

    /** A pupil number of that school; {@code year} is the two-digit year in which the pupil was given it. */
    String nextUpn(School school, int year) {
        String allocation = "%s%s%02d".formatted(SYNTHETIC_LA, school.establishment(), year);
        int serial = serials.merge(allocation, 1, Integer::sum);
        if (serial >= SERIALS_A_YEAR) {
            throw new IllegalStateException("school " + school.establishment() + " has given out all pupil numbers of a year");
        }
        String body = "%s%03d".formatted(allocation, serial);
        return upnCheckLetter(body) + body;
    }

    /** Modulus 11 (NHS Data Dictionary); 10 = no number has these nine digits. */
    private static int nhsCheckDigit(int nineDigits) {
        String digits = Integer.toString(nineDigits);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (10 - i);
        }
        return (11 - sum % 11) % 11;
    }

    /** Modulus 23 over positions 2 to 13 (DfE). */
    private static char upnCheckLetter(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum += (body.charAt(i) - '0') * (i + 2);
        }
        return UPN_LETTERS.charAt(sum % UPN_LETTERS.length());
    }
}
