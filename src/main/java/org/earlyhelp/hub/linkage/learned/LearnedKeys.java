package org.earlyhelp.hub.linkage.learned;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.earlyhelp.hub.linkage.Description;

/**
 * The blocking keys of a description: identifiers and record place; one name by sound with the date of birth or the
 * postcode; both names by sound, in any order; the telephone. What a fixed rule joins shares one
 * of them; and of all that is stated two fields may be wrong, and the pair is still found. Thread-safe.
 */
final class LearnedKeys {
    private final SoundMemory sounds = new SoundMemory();

    Set<String> of(Description it) {
        Set<String> keys = new HashSet<>();
        add(keys, "nhs:", it.nhsNumber());
        add(keys, "nhs:", it.unverified());
        add(keys, "upn:", it.upn());
        add(keys, "ref:", it.localRef());
        add(keys, "rec:", it.recordPlace());
        it.mothers().forEach(mother -> keys.add("mother:" + mother));
        add(keys, "t:", it.phone());
        String surname = it.name().surname() == null ? null : sounds.of(it.name().surname());
        addName(keys, surname, it);
        for (List<String> forename : it.name().forenames()) {
            String sound = sounds.of(forename.get(0));
            addName(keys, sound, it);
            addNames(keys, surname, sound);
        }
        return keys;
    }

    private static void addNames(Set<String> keys, String surname, String forename) {
        if (surname != null) {
            keys.add(surname.compareTo(forename) <= 0 ? "n:" + surname + "|" + forename : "n:" + forename + "|" + surname);
        }
    }

    private static void addName(Set<String> keys, String sound, Description it) {
        if (sound != null && it.born() != null) {
            keys.add("b:" + sound + "|" + it.born().toEpochDay());
        }
        if (sound != null && it.home() != null && it.home().postcode() != null) {
            keys.add("p:" + sound + "|" + it.home().postcode());
        }
    }

    private static void add(Set<String> keys, String prefix, String value) {
        if (value != null) {
            keys.add(prefix + value);
        }
    }
}
