package org.earlyhelp.hub.kernel;

import java.util.List;
import java.util.Optional;

/** A declared thing that was read and checked: either the thing, or all its faults at once (never an empty list). */
public sealed interface Checked<T> {
    /** It may be used as it is. */
    record Valid<T>(T value) implements Checked<T> {
    }

    /** Nothing of it may be used. */
    record Faulty<T>(List<ConfigFault> faults) implements Checked<T> {
        public Faulty {
            if (faults.isEmpty()) {
                throw new IllegalArgumentException("faulty without a fault");
            }
            faults = List.copyOf(faults);
        }
    }

    /** For a thing without a fault. */
    static <T> Checked<T> valid(T value) {
        return new Valid<>(value);
    }

    /** Throws IllegalArgumentException for an empty list. */
    static <T> Checked<T> faulty(List<ConfigFault> faults) {
        return new Faulty<>(faults);
    }

    /** The thing; empty when faulty. */
    default Optional<T> asOptional() {
        return this instanceof Valid<T> valid ? Optional.of(valid.value()) : Optional.empty();
    }

    /** The faults; empty when valid. */
    default List<ConfigFault> faults() {
        return this instanceof Faulty<T> faulty ? faulty.faults() : List.of();
    }
}
