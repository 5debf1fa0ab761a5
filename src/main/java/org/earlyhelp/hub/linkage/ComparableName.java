package org.earlyhelp.hub.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A name made ready for comparison. Case, diacritics, hyphens, apostrophes and spaces never make a difference;
 * a missing middle name is no difference, another middle name is; {@code knownAs} names stand beside the legal
 * forenames. Words that a maternity ward writes for want of a name ("Baby") are no name.
 *
 * @param surname   null when not stated
 * @param forenames the alternatives, each a list of words; empty when none is stated
 */
public record ComparableName(String surname, List<List<String>> forenames) {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\u2010-\\u2015-]+");
    private static final Set<String> NO_NAME = Set.of("UNKNOWN", "NOTKNOWN", "NK", "NOTSTATED");
    private static final Set<String> NO_FORENAME = Set.of("BABY", "INFANT", "NEWBORN", "UNBORN", "BO", "UNKNOWN", "NOTKNOWN", "NK", "TWIN");

    public ComparableName {
        forenames = List.copyOf(forenames);
    }

    /** Reads a name as sent; any part may be null. */
    public static ComparableName of(String surname, String forenames, List<String> knownAs) {
        String family = Plain.name(surname);
        String plainSurname = family == null || NO_NAME.contains(family) ? null : family;
        List<List<String>> alternatives = new ArrayList<>();
        Stream.concat(Stream.ofNullable(forenames), knownAs.stream()).map(text -> words(text, plainSurname))
                .filter(words -> !words.isEmpty() && !NO_FORENAME.contains(words.get(0)))
                .filter(words -> !alternatives.contains(words)).forEach(alternatives::add);
        return new ComparableName(plainSurname, alternatives);
    }

    /** How the surnames alone agree. */
    public Agreement compareSurname(ComparableName other) {
        return Agreement.of(surname, other.surname);
    }

    /** AGREES when any alternative of one is an alternative of the other. */
    public Agreement compareForenames(ComparableName other) {
        if (forenames.isEmpty() || other.forenames.isEmpty()) {
            return Agreement.UNKNOWN;
        }
        boolean agrees = forenames.stream().anyMatch(mine -> other.forenames.stream().anyMatch(theirs -> same(mine, theirs)));
        return agrees ? Agreement.AGREES : Agreement.DIFFERS;
    }

    /** Whether surname and forename are both stated on both sides and agree. */
    public boolean isExactly(ComparableName other) {
        return compareSurname(other) == Agreement.AGREES && compareForenames(other) == Agreement.AGREES;
    }

    /** Whether surname or forename is stated on both sides and differs. */
    public boolean contradicts(ComparableName other) {
        return compareSurname(other) == Agreement.DIFFERS || compareForenames(other) == Agreement.DIFFERS;
    }

    private static boolean same(List<String> one, List<String> other) {
        int shared = Math.min(one.size(), other.size());
        return one.subList(0, shared).equals(other.subList(0, shared)) || String.join("", one).equals(String.join("", other));
    }

    /** Splits at spaces and hyphens, and drops the surname from a full name in use. */
    private static List<String> words(String text, String surname) {
        List<String> words = BETWEEN_WORDS.splitAsStream(text).map(Plain::name).filter(word -> word != null).toList();
        boolean endsInSurname = words.size() > 1 && words.get(words.size() - 1).equals(surname);
        return endsInSurname ? words.subList(0, words.size() - 1) : words;
    }
}
