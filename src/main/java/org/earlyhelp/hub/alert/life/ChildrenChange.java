package org.earlyhelp.hub.alert.life;

import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The difference between the children whom an open alert names and those it would name now. Pure.
 *
 * @param joined P- references of those it does not name
 * @param left   P- references of those it names and would not
 */
public record ChildrenChange(Set<String> joined, Set<String> left) {
    public ChildrenChange {
        joined = Set.copyOf(joined);
        left = Set.copyOf(left);
    }

    /**
     * Two references of one person are one child, whichever the alert was told with.
     *
     * @param personNow follows merges: the reference that stands for a reference of before
     */
    public static ChildrenChange between(Set<String> named, Set<String> now, UnaryOperator<String> personNow) {
        Set<String> known = named.stream().map(personNow).collect(Collectors.toSet());
        Set<String> are = now.stream().map(personNow).collect(Collectors.toSet());
        return new ChildrenChange(those(are, child -> !known.contains(child)), those(known, child -> !are.contains(child)));
    }

    /** The part of it that counts. */
    public ChildrenChange only(Predicate<String> joins, Predicate<String> leaves) {
        return new ChildrenChange(those(joined, joins), those(left, leaves));
    }

    /** Whether nobody joined or left. */
    public boolean isNone() {
        return joined.isEmpty() && left.isEmpty();
    }

    /** For the reader, naming nobody; empty when it {@link #isNone}. */
    public String sentence() {
        String came = joined.isEmpty() ? "" : howMany(joined, "was", "were") + " added to the family since this alert was last told.";
        String went = left.isEmpty() ? "" : howMany(left, "is", "are") + " no longer named here, because of what newer records say.";
        return (came + " " + went).strip();
    }

    private static String howMany(Set<String> children, String one, String several) {
        return children.size() == 1 ? "A child " + one : children.size() + " children " + several;
    }

    private static Set<String> those(Set<String> children, Predicate<String> which) {
        return children.stream().filter(which).collect(Collectors.toSet());
    }
}
