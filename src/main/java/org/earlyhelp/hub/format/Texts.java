package org.earlyhelp.hub.format;

/** What may stand in a field, the same for all formats. Stateless. */
final class Texts {
    private static final char FIRST_PRINTABLE = ' ';
    private static final char DELETE = '\u007F';

    /** A fault of one text that refuses its record. */
    enum Fault {
        NONE("", "", ""),
        CONTROL("CONTROL_CHARACTER", "a control character or half a character stands in the text", "Remove it and send the record again."),
        LENGTH("FIELD_TOO_LONG", "the text is longer than " + SourceLimits.FIELD_LIMIT_CHARACTERS + " characters", "Shorten it and send the record again.");

        final String code;
        final String message;
        final String fix;

        Fault(String code, String message, String fix) {
            this.code = code;
            this.message = message;
            this.fix = fix;
        }

        /** This fault, or the other where this is none. */
        Fault or(Fault other) {
            return this == NONE ? other : this;
        }

        /** The refusal of a record; {@code place} is a name of the layout, never of the file, or null. */
        SourceItem.BadRow refuse(SourceLocation at, String place) {
            String sentence = place == null ? Character.toUpperCase(message.charAt(0)) + message.substring(1) : place + ": " + message;
            return new SourceItem.BadRow(at, place, code, sentence + "; the record is refused.", fix);
        }
    }

    private Texts() {
    }

    static Fault faultOf(String text) {
        if (text.length() > SourceLimits.FIELD_LIMIT_CHARACTERS) {
            return Fault.LENGTH;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isControl(c)) {
                return Fault.CONTROL;
            }
            if (Character.isSurrogate(c) && !isPairAt(text, i) && !(i > 0 && isPairAt(text, i - 1))) {
                return Fault.CONTROL;
            }
        }
        return Fault.NONE;
    }

    /** Tabs and line breaks are text; PostgreSQL takes no NUL, and no reader wants the rest. */
    static boolean isControl(char c) {
        return c < FIRST_PRINTABLE && c != '\t' && c != '\n' && c != '\r' || c == DELETE;
    }

    /** Whether nothing is to be seen of the character at an end of a field, a no-break space included. */
    static boolean isBlank(char c) {
        return c <= ' ' && !isControl(c) || c == '\u00A0' || c > DELETE && Character.isWhitespace(c);
    }

    /** The text without blanks around it; null when nothing is left. */
    static String stripped(String text) {
        if (text == null) {
            return null;
        }
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return from == to ? null : text.substring(from, to);
    }

    private static boolean isPairAt(String text, int i) {
        return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
    }
}
