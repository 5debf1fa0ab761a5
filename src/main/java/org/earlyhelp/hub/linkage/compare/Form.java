package org.earlyhelp.hub.linkage.compare;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A value made ready for comparison: upper case, no diacritics, no punctuation but {@code @} and {@code .}, split into
 * words. Any text has a form; one without letters or digits is empty. At most {@value #LIMIT_CHARACTERS} characters
 * are compared.
 */
public final class Form {
    /** The longest value that is compared in full, in characters; the rest is cut off. */
    public static final int LIMIT_CHARACTERS = 100;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final String APOSTROPHES = "'\u2019`\u02BC";
    /** ASCII: nothing to decompose. */
    private static final int PLAIN_CHARACTERS = 128;

    private final String joined;
    private final String[] words;
    private final long letters;
    private final int length;
    /** Found when first asked; found twice by two threads it is the same. */
    private String sound;
    private Set<Integer> forenameFamilies;
    private Set<Integer> surnameFamilies;

    private Form(String[] words) {
        this.words = words;
        this.joined = words.length == 1 ? words[0] : String.join("", words);
        this.letters = lettersOf(joined);
        this.length = joined.length();
    }

    /** The form of a text. */
    public static Form of(String text) {
        String cut = text.length() > LIMIT_CHARACTERS ? text.substring(0, LIMIT_CHARACTERS) : text;
        return new Form(isOneWord(cut) ? new String[] {cut} : wordsOf(folded(cut)));
    }

    /** Whether a text is ready as it is: capital letters and digits of ASCII, as most names and places come here. */
    private static boolean isOneWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            char it = text.charAt(i);
            if ((it < 'A' || it > 'Z') && (it < '0' || it > '9')) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static String[] wordsOf(String folded) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < folded.length(); i += Character.charCount(folded.codePointAt(i))) {
            int character = folded.codePointAt(i);
            if (isCompared(character)) {
                word.appendCodePoint(character);
            } else if (APOSTROPHES.indexOf(character) < 0 && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words.toArray(String[]::new);
    }

    private static boolean isCompared(int character) {
        if (Character.isLetterOrDigit(character) || character == '@' || character == '.') {
            return true;
        }
        int type = Character.getType(character);
        return type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= PLAIN_CHARACTERS) {
                return false;
            }
        }
        return true;
    }

    /** Upper case without diacritics; letters that do not decompose are written as two or their base letter. */
    public static String folded(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (isPlain(upper)) {
            return upper;
        }
        String spelled = upper.replace("Ø", "O").replace("Ł", "L").replace("Đ", "D").replace("Æ", "AE").replace("Œ", "OE").replace("Þ", "TH")
                .replace("İ", "I").replace("ı", "I");
        return MARKS.matcher(Normalizer.normalize(spelled, Normalizer.Form.NFD)).replaceAll("");
    }

    /** All words without spaces; empty when nothing is left. */
    public String joined() {
        return joined;
    }

    /** Whether nothing distinguishes the two but how they are split into words. */
    boolean isSame(Form other) {
        return letters == other.letters && length == other.length && joined.equals(other.joined);
    }

    /** The number of words. */
    public int wordCount() {
        return words.length;
    }

    /** A word of the text, as it is compared. */
    public String word(int at) {
        return words[at];
    }

    /** Whether nothing is left to compare. */
    public boolean isEmpty() {
        return length == 0;
    }

    /** How many letters there are in all words together. */
    public int length() {
        return length;
    }

    /** How the whole sounds, as {@link NameComparison#sound} says. */
    String sound() {
        if (sound == null) {
            sound = NameComparison.sound(joined);
        }
        return sound;
    }

    /** The families of names that the first word stands in; not for an empty form. */
    Set<Integer> families(Nicknames names) {
        if (names.isOfForenames()) {
            return forenameFamilies == null ? forenameFamilies = names.families(words[0]) : forenameFamilies;
        }
        return surnameFamilies == null ? surnameFamilies = names.families(words[0]) : surnameFamilies;
    }

    /** How many of the words of this one, longer than {@code over} characters, the other has too. */
    int sharedWords(Form other, int over) {
        int shared = 0;
        for (String word : words) {
            if (word.length() > over && other.hasWord(word)) {
                shared++;
            }
        }
        return shared;
    }

    boolean hasWord(String word) {
        for (String mine : words) {
            if (mine.equals(word)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A lower bound of the edit distance, from the sets of letters alone: each edit changes at most two of them. Cheap,
     * so that most pairs that differ need no table.
     */
    int leastEdits(Form other) {
        return Math.max((Long.bitCount(letters ^ other.letters) + 1) / 2, Math.abs(length() - other.length()));
    }

    /** How many different letters of this one the other has not. */
    int lettersMissingIn(Form other) {
        return Long.bitCount(letters & ~other.letters);
    }

    private static long lettersOf(String text) {
        long letters = 0;
        for (int i = 0; i < text.length(); i++) {
            letters |= 1L << (text.charAt(i) & 63);
        }
        return letters;
    }

    /** The words with a space between. */
    public String text() {
        return String.join(" ", words);
    }

    @Override
    public String toString() {
        return "Form[not shown]";
    }
}
