package org.earlyhelp.hub.cli.generate;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What different hands make of a name: usual other forms, slips of the pen, and halves of a double-barrelled one. Stateless. */
final class Spellings {
    private static final Map<String, List<String>> USUAL = NameFile.lines("spellings.txt").stream().map(line -> List.of(line.split(" ")))
            .collect(Collectors.toMap(forms -> forms.get(0), Function.identity()));

    private Spellings() {
    }

    /** A usual other form, else the short form of three letters or a doubled ending. */
    static String variant(String forename, RandomGenerator random) {
        String usual = usual(forename, random);
        if (usual != null) {
            return usual;
        }
        return forename.length() > 5 && random.nextBoolean() ? forename.substring(0, 3) : forename + forename.charAt(forename.length() - 1);
    }

    /** As often a usual other form, where there is one, as two letters swapped, one lost or one doubled, never the first. */
    static String misspelt(String name, RandomGenerator random) {
        String usual = random.nextBoolean() ? usual(name, random) : null;
        return usual != null ? usual : slipped(name, random);
    }

    /** One half of a double-barrelled name, or both without the hyphen, if {@code lost}. Any other name stays as it is. */
    static String unhyphened(String surname, RandomGenerator random, boolean lost) {
        String[] halves = surname.split("-");
        if (halves.length < 2 || !lost) {
            return surname;
        }
        return switch (random.nextInt(3)) {
            case 0 -> halves[0];
            case 1 -> halves[1];
            default -> halves[0] + " " + halves[1];
        };
    }

    private static String usual(String name, RandomGenerator random) {
        List<String> forms = USUAL.get(name);
        return forms == null ? null : forms.get(1 + random.nextInt(forms.size() - 1));
    }

    private static String slipped(String name, RandomGenerator random) {
        int at = 1 + random.nextInt(Math.max(1, name.length() - 2));
        String swapped = name.length() < 3 ? name + "e" : name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
        return switch (random.nextInt(3)) {
            case 0 -> swapped.equals(name) ? name + "e" : swapped;
            case 1 -> name.length() < 3 ? name + "h" : name.substring(0, at) + name.substring(at + 1);
            default -> name.substring(0, at) + name.charAt(at) + name.substring(at);
        };
    }
}
