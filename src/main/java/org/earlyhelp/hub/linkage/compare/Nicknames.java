package org.earlyhelp.hub.linkage.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Names that are one name: short forms ("Bill", "William") and spellings of one name in another script
 * ("Mohammed", "Muhammad"). Read from {@code forenames.txt} and {@code surnames.txt} beside this class: a line is a
 * family of names; a name may stand in several. Immutable.
 */
public final class Nicknames {
    private final Map<String, Set<Integer>> families = new HashMap<>();

    private Nicknames(String resource) {
        int family = 0;
        for (String line : read(resource).split("\\R")) {
            family++;
            if (!line.startsWith("#")) {
                for (String name : line.split("\\s+")) {
                    families.computeIfAbsent(Form.folded(name), key -> new HashSet<>(2)).add(family);
                }
            }
        }
    }

    static Nicknames forenames() {
        return new Nicknames("forenames.txt");
    }

    static Nicknames surnames() {
        return new Nicknames("surnames.txt");
    }

    /** Whether both stand in one family; both folded to upper case. */
    boolean areOne(String one, String other) {
        Set<Integer> mine = families.get(one);
        Set<Integer> theirs = mine == null ? null : families.get(other);
        return theirs != null && mine.stream().anyMatch(theirs::contains);
    }

    /** The families of a folded name, as numbers; empty for a name that has none. */
    public static Set<Integer> familiesOfForename(String name) {
        return Forenames.ALL.families.getOrDefault(name, Set.of());
    }

    private static final class Forenames {
        static final Nicknames ALL = forenames();
    }

    private static String read(String resource) {
        try (InputStream in = Nicknames.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the list of names " + resource + " cannot be read", e);
        }
    }
}
