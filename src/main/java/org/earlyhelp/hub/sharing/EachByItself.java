package org.earlyhelp.hub.sharing;

import java.util.Collection;
import java.util.function.Consumer;

/** Does something with each of many, so that one that fails stops no other. Stateless. */
public final class EachByItself {
    /** So many failures end it: what fails that often is not one of them but what all of them need. */
    static final int FAILURES_LIMIT = 20;

    private EachByItself() {
    }

    /** Tries it with all in order, then throws the first failure; further ones are suppressed in it. */
    public static <T> void of(Collection<T> all, Consumer<T> each) {
        RuntimeException first = null;
        int failures = 0;
        for (T one : all) {
            try {
                each.accept(one);
            } catch (RuntimeException e) {
                failures++;
                first = first == null ? e : with(first, e);
            }
            if (failures == FAILURES_LIMIT) {
                break;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private static RuntimeException with(RuntimeException first, RuntimeException further) {
        if (first != further) {
            first.addSuppressed(further);
        }
        return first;
    }
}
