package org.earlyhelp.hub.cli.bench.identity;

import org.earlyhelp.hub.person.NhsNumber;
import org.earlyhelp.hub.person.Upn;

/** Well-formed numbers from ranges that are never issued: NHS numbers from 900 000 000, pupil numbers of LA 999. */
final class CheckedNumbers {
    private static final int FIRST_NHS = 900_000_000;
    private static final int LETTERS = 23;
    private static final String UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private CheckedNumbers() {
    }

    /** Null for one in eleven, whose check digit would be ten. */
    static NhsNumber nhs(int serial) {
        String digits = Integer.toString(FIRST_NHS + serial);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (digits.length() + 1 - i);
        }
        int check = (11 - sum % 11) % 11;
        return check == 10 ? null : new NhsNumber(digits + check);
    }

    static Upn upn(int serial) {
        String digits = "999%09d".formatted(serial);
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i + 2);
        }
        return new Upn(UPN_LETTERS.charAt(sum % LETTERS) + digits);
    }
}
