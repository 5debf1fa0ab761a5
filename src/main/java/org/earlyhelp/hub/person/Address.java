package org.earlyhelp.hub.person;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address as one source states it. Every part may be null; {@code disclosure} never is. {@code postcode}
 * is upper case with one space before its last three characters when it has at least five, else as sent.
 */
public record Address(String line1, String line2, String town, String postcode, String uprn, Disclosure disclosure) {
    private static final Pattern NOT_IN_POSTCODE = Pattern.compile("[^A-Za-z0-9]+");

    public Address {
        postcode = postcode == null ? null : normalised(postcode);
        disclosure = disclosure == null ? Disclosure.NORMAL : disclosure;
    }

    /** Whether there is anything that says where: a first line, a postcode or a UPRN. */
    public boolean saysWhere() {
        return line1 != null || postcode != null || uprn != null;
    }

    private static String normalised(String postcode) {
        String packed = NOT_IN_POSTCODE.matcher(postcode).replaceAll("").toUpperCase(Locale.ROOT);
        return packed.length() < 5 ? packed : packed.substring(0, packed.length() - 3) + " " + packed.substring(packed.length() - 3);
    }
}
