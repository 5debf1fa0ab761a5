package org.earlyhelp.hub.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.earlyhelp.hub.format.SourceFormat;

/**
 * A text taken apart, so that somebody can put it right who may not see what it says: each word stands as {@code ‹1›}, {@code ‹2›}, …
 * between the signs of its format, and whoever writes the text anew puts the pieces where they belong.
 *
 * @param shown the text with a number for each word and a picture for each control character
 * @param words what the numbers stand for, the first for ‹1›. Personal data
 */
public record PiecedText(String shown, List<String> words) {
    /** So many characters at most may be written of a text; a piece takes up to six. */
    public static final int WRITTEN_LIMIT_CHARACTERS = 80_000;
    private static final String LETTER = "[\\p{L}\\p{N}[^\\x00-\\x7F]]";
    private static final Pattern WORD = Pattern.compile(LETTER + "+(?:[-'./]" + LETTER + "+)*");
    /** What JSON writes for signs, controls and quotation marks is no part of a word. */
    private static final Pattern JSON_WORD = Pattern.compile("(\\\\u00[01][0-9A-Fa-f]|\\\\[\"\\\\/bfnrt])|" + WORD);
    private static final Pattern PIECE = Pattern.compile("‹(\\d{1,5})›");
    private static final Pattern NAME_PARTS = Pattern.compile("[^\\p{L}\\p{N}_]+");
    private static final Pattern JSON_NAME = Pattern.compile("\"([^\"\\\\]{1,60})\"\\s*:");
    private static final Pattern XML_NAME = Pattern.compile("</?([\\w.-]{1,60})|\\s([\\w.-]{1,60})\\s*=");
    private static final Pattern HL7_NAME = Pattern.compile("(?m)^([A-Z][A-Z0-9]{2})");
    private static final char PICTURES = '\u2400';
    private static final char PICTURE_OF_DELETE = '\u2421';

    /** One word without its letters. */
    public record Piece(int number, String masked) {
    }

    public PiecedText {
        words = List.copyOf(words);
    }

    /** Takes the text apart. The names that its layout gives to places stay as they are. */
    public static PiecedText of(Mapping mapping, String text) {
        List<int[]> names = names(mapping, text);
        StringBuilder shown = new StringBuilder();
        List<String> words = new ArrayList<>();
        boolean isJson = mapping.format() instanceof SourceFormat.Json;
        Matcher word = (isJson ? JSON_WORD : WORD).matcher(text);
        int from = 0;
        while (word.find()) {
            shown.append(pictured(text.substring(from, word.start())));
            if (isJson && word.group(1) != null || names.stream().anyMatch(name -> name[0] <= word.start() && word.end() <= name[1])) {
                shown.append(word.group());
            } else {
                words.add(word.group());
                shown.append('‹').append(words.size()).append('›');
            }
            from = word.end();
        }
        return new PiecedText(shown.append(pictured(text.substring(from))).toString(), words);
    }

    /** The text with a picture in the place of each control character. */
    public static String pictured(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            boolean plain = c >= ' ' && c != '\u007F' || c == '\n' || c == '\t';
            shown.append(plain ? c : c == '\u007F' ? PICTURE_OF_DELETE : (char) (PICTURES + c));
        }
        return shown.toString();
    }

    /** Whether a picture of a control character stands in the text. */
    public static boolean hasPicture(String text) {
        return text.chars().anyMatch(c -> c >= PICTURES && c <= PICTURE_OF_DELETE);
    }

    /** One for each word, in order. */
    public List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        words.forEach(word -> pieces.add(new Piece(pieces.size() + 1, ReadField.shapeOf(word))));
        return pieces;
    }

    /** The first piece in what was written that the text does not have. */
    public Optional<String> strange(String written) {
        return PIECE.matcher(written).results().filter(piece -> !isOne(Integer.parseInt(piece.group(1)))).map(java.util.regex.MatchResult::group).findFirst();
    }

    /** What was written, with the words in the place of their pieces; empty when it is longer than {@code limit} characters or has a strange piece. */
    public Optional<String> restored(String written, int limit) {
        StringBuilder text = new StringBuilder();
        Matcher piece = PIECE.matcher(written);
        int from = 0;
        while (piece.find() && text.length() <= limit) {
            int number = Integer.parseInt(piece.group(1));
            if (!isOne(number)) {
                return Optional.empty();
            }
            text.append(written, from, piece.start()).append(words.get(number - 1));
            from = piece.end();
        }
        text.append(written, from, written.length());
        return text.length() > limit ? Optional.empty() : Optional.of(text.toString());
    }

    private boolean isOne(int number) {
        return number >= 1 && number <= words.size();
    }

    /** Where names of the layout stand as names; a table has none in its rows. */
    private static List<int[]> names(Mapping mapping, String text) {
        Pattern form = mapping.format() instanceof SourceFormat.Json ? JSON_NAME : mapping.format() instanceof SourceFormat.Xml ? XML_NAME
                : mapping.format() instanceof SourceFormat.Hl7 ? HL7_NAME : null;
        if (form == null) {
            return List.of();
        }
        Set<String> known = known(mapping);
        List<int[]> names = new ArrayList<>();
        form.matcher(text).results().forEach(found -> {
            int group = found.group(1) != null ? 1 : 2;
            if (NAME_PARTS.splitAsStream(found.group(group)).allMatch(known::contains)) {
                names.add(new int[] {found.start(group), found.end(group)});
            }
        });
        return names;
    }

    private static Set<String> known(Mapping mapping) {
        Set<String> known = new HashSet<>(Set.of("MSH"));
        Stream<String> places = mapping.format() instanceof SourceFormat.Json json ? Stream.of(json.record(), json.each())
                : mapping.format() instanceof SourceFormat.Xml xml ? Stream.of(xml.record(), xml.each()) : Stream.of();
        Stream.of(places.filter(place -> place != null), mapping.fields().stream().map(MappedField::senderName), mapping.referenceFields().stream(), mapping.notTaken().keySet().stream())
                .flatMap(names -> names).flatMap(NAME_PARTS::splitAsStream).forEach(known::add);
        return known;
    }
}
