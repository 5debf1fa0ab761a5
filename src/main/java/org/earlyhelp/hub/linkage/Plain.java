package org.earlyhelp.hub.linkage;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings text to the one form in which it is compared: no case, no diacritics, no punctuation. */
final class Plain {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final Pattern NOT_LETTERS_OR_DIGITS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9+]+");
    private static final int PHONE_MIN_DIGITS = 7;
    private static final char ASCII_LAST = 0x7f;

    private Plain() {
    }

    /** Letters only; null when none are left. */
    static String name(String text) {
        return text == null ? null : orNull(NOT_LETTERS.matcher(folded(text)).replaceAll(""));
    }

    /** Letters and digits only; null when none are left. */
    static String place(String text) {
        return text == null ? null : orNull(NOT_LETTERS_OR_DIGITS.matcher(folded(text)).replaceAll(""));
    }

    /** National digits of a telephone number; null when too short to be one. */
    static String phone(String text) {
        if (text == null) {
            return null;
        }
        String digits = NOT_DIGITS.matcher(text).replaceAll("").replaceFirst("^(\\+44|0044)0?", "0").replace("+", "");
        return digits.length() < PHONE_MIN_DIGITS ? null : digits;
    }

    /** Upper case without diacritics; letters that do not decompose are written as two or their base letter. */
    static String folded(String text) {
        if (isAscii(text)) {
            return text.toUpperCase(Locale.ROOT);
        }
        String upper = text.toUpperCase(Locale.ROOT).replace("Ø", "O").replace("Ł", "L").replace("Đ", "D").replace("Æ", "AE")
                .replace("Œ", "OE").replace("Þ", "TH").replace("İ", "I").replace("ı", "I");
        return MARKS.matcher(Normalizer.normalize(upper, Normalizer.Form.NFD)).replaceAll("");
    }

    /** Nearly every text is: none of its letters has anything to fold but its case. */
    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > ASCII_LAST) {
                return false;
            }
        }
        return true;
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
