package org.earlyhelp.hub.sharing.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** Gathers sentences about what two states differ in. Not thread-safe. */
final class ChangeWords {
    private final List<String> words = new ArrayList<>();

    /** What is said of a thing that both states have, differently. */
    interface Changed<T> {
        String words(String name, T was, T is);
    }

    /** The sentences so far. */
    List<String> said() {
        return List.copyOf(words);
    }

    void add(String sentence) {
        words.add(sentence);
    }

    /** A sentence for each named thing that has gone, come or changed. */
    <T> void each(Map<String, T> was, Map<String, T> is, BiFunction<String, T, String> gone,
                  BiFunction<String, T, String> come, Changed<T> changed) {
        was.forEach((name, value) -> {
            if (!is.containsKey(name)) {
                words.add(gone.apply(name, value));
            } else if (!value.equals(is.get(name))) {
                words.add(changed.words(name, value, is.get(name)));
            }
        });
        is.forEach((name, value) -> {
            if (!was.containsKey(name)) {
                words.add(come.apply(name, value));
            }
        });
    }

    /** A sentence for each thing that is new and each that is gone. */
    void gained(String what, List<String> was, List<String> is) {
        is.stream().filter(one -> !was.contains(one)).forEach(one -> words.add("A " + what + " is new: " + one + "."));
        was.stream().filter(one -> !is.contains(one)).forEach(one -> words.add("A " + what + " is gone: " + one + "."));
    }

    /** A sentence when the two differ; null stands for none. */
    void compare(String what, Object was, Object is) {
        if (!Objects.equals(was, is)) {
            words.add(what + ": \"" + (was == null ? "none" : was) + "\" becomes \"" + (is == null ? "none" : is) + "\".");
        }
    }

    /** In the order of the alphabet, with commas. */
    static String list(Collection<?> things) {
        return String.join(", ", new TreeSet<>(things.stream().map(Object::toString).toList()));
    }
}
