package org.earlyhelp.hub.linkage.compare;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
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
    private static final String FORENAMES = "forenames.txt";

    private final String resource;
    private final Map<String, Set<Integer>> families = new HashMap<>();

    private Nicknames(String resource) {
        this.resource = resource;
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
        return new Nicknames(FORENAMES);
    }

    static Nicknames surnames() {
        return new Nicknames("surnames.txt");
    }

    boolean isOfForenames() {
        return resource.equals(FORENAMES);
    }

    /** Whether the first words of both stand in one family. */
    boolean areOne(Form one, Form other) {
        Set<Integer> mine = one.families(this);
        Set<Integer> theirs = mine.isEmpty() ? mine : other.families(this);
        return !theirs.isEmpty() && !Collections.disjoint(mine, theirs);
    }

    /** The families of a folded name, as numbers; empty for a name that has none. */
    Set<Integer> families(String name) {
        return families.getOrDefault(name, Set.of());
    }

    /** The families of a folded name, as numbers; empty for a name that has none. */
    public static Set<Integer> familiesOfForename(String name) {
        return Forenames.ALL.families(name);
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
