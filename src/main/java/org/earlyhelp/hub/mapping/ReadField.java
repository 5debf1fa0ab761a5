package org.earlyhelp.hub.mapping;

/**
 * One place of a record that its mapping reads. Holds a value: personal data.
 *
 * @param key       the place within the record; the same for the same place however often the record is read
 * @param name      the sender's own name of it, with a number where several parts of the record have it
 * @param text      what stands there, several joined by {@code ", "}; "" when nothing does
 * @param dataClass the data class by its name in the agreements
 */
public record ReadField(String key, String name, String text, String dataClass) {
    private static final int MASKED_CHARACTERS = 40;

    /** The shape of the text without its letters and digits, for who mends a layout: {@code 99/99/9999}, {@code Xxxxx}. */
    public String masked() {
        return shapeOf(text);
    }

    static String shapeOf(String text) {
        StringBuilder shape = new StringBuilder();
        text.codePoints().limit(MASKED_CHARACTERS).forEach(letter -> shape.appendCodePoint(shapeOf(letter)));
        return text.codePointCount(0, text.length()) > MASKED_CHARACTERS ? shape + "…" : shape.toString();
    }

    private static int shapeOf(int letter) {
        if (Character.isDigit(letter)) {
            return '9';
        }
        boolean plain = letter < 128 && !Character.isLetter(letter);
        return plain ? letter : Character.isUpperCase(letter) ? 'X' : 'x';
    }
}
