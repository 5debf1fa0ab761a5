package org.earlyhelp.hub.linkage.learned;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.earlyhelp.hub.linkage.Description;

/**
 * The blocking keys of a description besides those of the fixed rules: both names by sound, in any order; one name by
 * sound with the date of birth or the postcode; the telephone; date of birth with postcode. Two fields of each pair may
 * be wrong, and the pair is still found. Thread-safe.
 */
final class LearnedKeys {
    private final SoundMemory sounds = new SoundMemory();

    Set<String> of(Description it) {
        Set<String> keys = new HashSet<>();
        String surname = it.name().surname() == null ? null : sounds.of(it.name().surname());
        for (List<String> forename : it.name().forenames()) {
            addNames(keys, surname, sounds.of(forename.get(0)));
            addName(keys, sounds.of(forename.get(0)), it);
        }
        if (surname != null) {
            addName(keys, surname, it);
        }
        String postcode = it.home() == null ? null : it.home().postcode();
        if (it.born() != null && postcode != null) {
            keys.add("bp:" + it.born().toEpochDay() + "|" + postcode);
        }
        if (it.phone() != null) {
            keys.add("t:" + it.phone());
        }
        return keys;
    }

    private static void addNames(Set<String> keys, String surname, String forename) {
        if (surname != null) {
            keys.add(surname.compareTo(forename) <= 0 ? "n:" + surname + "|" + forename : "n:" + forename + "|" + surname);
        }
    }

    private static void addName(Set<String> keys, String sound, Description it) {
        if (it.born() != null) {
            keys.add("b:" + sound + "|" + it.born().toEpochDay());
        }
        if (it.home() != null && it.home().postcode() != null) {
            keys.add("p:" + sound + "|" + it.home().postcode());
        }
    }
}
