package org.earlyhelp.hub.cli.bench.borough;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.earlyhelp.hub.person.MentionedPerson;

/** In what two mentions differ, in words that hold no value: why a pair may have been missed, or wrongly joined. */
final class Causes {
    private Causes() {
    }

    /** What stands between two mentions of one person. */
    static String ofMissed(Linked one, Linked other) {
        List<String> found = new ArrayList<>();
        compare(found, "surname", one, other, MentionedPerson::surname);
        compare(found, "forename", one, other, MentionedPerson::forenames);
        compare(found, "birth date", one, other, MentionedPerson::dateOfBirth);
        compare(found, "postcode", one, other, it -> it.address() == null ? null : it.address().postcode());
        compare(found, "phone", one, other, it -> it.phone() == null ? null : it.phone().replaceAll("[^0-9]", ""));
        if (Objects.equals(plain(one.said().surname()), plain(other.said().forenames()))) {
            found.add("names swapped");
        }
        return (one.who().isChild() ? "child: " : "adult: ") + (found.isEmpty() ? "nothing differs" : String.join(", ", found));
    }

    /** What two people are to each other in truth who were joined. */
    static String ofFalse(Resident one, Resident other) {
        if (!one.household().equals(other.household())) {
            return "of two households";
        }
        if (one.isTwinOf(other)) {
            return "twins";
        }
        return one.isChild() && other.isChild() ? "siblings" : one.isChild() || other.isChild() ? "parent and child" : "two adults of a household";
    }

    /** The agencies of a pair, once each. */
    static Set<String> agencies(Linked one, Linked other) {
        return new TreeSet<>(List.of(one.agency(), other.agency()));
    }

    /** The origins of a pair's households, once each. */
    static Set<String> origins(Linked one, Linked other) {
        return new TreeSet<>(List.of(one.who().origin(), other.who().origin()));
    }

    private static void compare(List<String> found, String name, Linked one, Linked other, Function<MentionedPerson, Object> field) {
        Object mine = plain(field.apply(one.said()));
        Object theirs = plain(field.apply(other.said()));
        if (mine == null || theirs == null) {
            found.add(name + " missing");
        } else if (!mine.equals(theirs)) {
            found.add(name + " differs");
        }
    }

    private static Object plain(Object value) {
        return value instanceof String text ? text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "") : value;
    }
}
