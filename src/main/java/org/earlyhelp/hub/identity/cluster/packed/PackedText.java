package org.earlyhelp.hub.identity.cluster.packed;

/**
 * Text in the shortest of four forms, each exact for every Java string, half surrogate pairs included: a number behind at most one
 * letter (NHS number, pupil number, telephone); two bytes for three of forty characters (names and places made
 * ready for comparison; RADIX-50 of the PDP-11); one byte a character; two bytes a character.
 */
final class PackedText {
    private static final int NUMBER = 0;
    private static final int FORTY = 1;
    private static final int LATIN = 2;
    private static final int WIDE = 3;
    private static final int FORM_BITS = 2;
    private static final int LETTERS_OR_NONE = 27;
    private static final int MOST_DIGITS = 17;

    private PackedText() {
    }

    /** Appends a text that may be null. */
    static void write(PackedWriter to, String text) {
        if (text == null) {
            to.number(0);
            return;
        }
        int form = formOf(text);
        to.number(1 + (form == NUMBER ? NUMBER : (long) text.length() << FORM_BITS | form));
        switch (form) {
            case NUMBER -> to.number(numberOf(text));
            case FORTY -> Forty.write(to, text);
            case LATIN -> text.chars().forEach(to::oneByte);
            default -> text.chars().forEach(it -> {
                to.oneByte(it >>> Byte.SIZE);
                to.oneByte(it);
            });
        }
    }

    static String read(PackedReader from) {
        long head = from.number() - 1;
        if (head < 0) {
            return null;
        }
        int length = (int) (head >>> FORM_BITS);
        return switch ((int) head & (1 << FORM_BITS) - 1) {
            case NUMBER -> textOf(from.number());
            case FORTY -> Forty.read(from, length);
            case LATIN -> characters(from, length, false);
            default -> characters(from, length, true);
        };
    }

    private static int formOf(String text) {
        if (isNumber(text)) {
            return NUMBER;
        }
        return Forty.canWrite(text) ? FORTY : text.chars().allMatch(it -> it < 1 << Byte.SIZE) ? LATIN : WIDE;
    }

    private static boolean isNumber(String text) {
        int first = !text.isEmpty() && text.charAt(0) >= 'A' && text.charAt(0) <= 'Z' ? 1 : 0;
        boolean digits = text.length() > first && text.length() - first <= MOST_DIGITS;
        for (int i = first; digits && i < text.length(); i++) {
            digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digits;
    }

    /** A one in front keeps leading zeros; 18 digits times 27 stay below 2^63. */
    private static long numberOf(String text) {
        int letter = text.charAt(0) < 'A' ? 0 : text.charAt(0) - 'A' + 1;
        return Long.parseLong("1" + text.substring(letter == 0 ? 0 : 1)) * LETTERS_OR_NONE + letter;
    }

    private static String textOf(long number) {
        int letter = (int) (number % LETTERS_OR_NONE);
        String digits = Long.toString(number / LETTERS_OR_NONE).substring(1);
        return letter == 0 ? digits : (char) ('A' + letter - 1) + digits;
    }

    private static String characters(PackedReader from, int length, boolean wide) {
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            text[i] = (char) (wide ? from.oneByte() << Byte.SIZE | from.oneByte() : from.oneByte());
        }
        return new String(text);
    }
}
