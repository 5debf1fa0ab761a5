package org.earlyhelp.hub.page;

/** Text that must not be longer than there is room for. Stateless. */
public final class ShortText {
    private static final String MORE = "\u2026";

    private ShortText() {
    }

    /** The text itself if it has no more characters (UTF-16) than that, else its beginning and "…", together no more; never half a code point. */
    public static String of(String text, int limitCharacters) {
        if (text.length() <= limitCharacters) {
            return text;
        }
        int end = limitCharacters - MORE.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + MORE;
    }
}
