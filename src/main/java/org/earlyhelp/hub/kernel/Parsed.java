package org.earlyhelp.hub.kernel;

import java.util.Optional;
import java.util.function.Function;

/**
 * The outcome of reading one value from outside: the value, or what is wrong with it. The reason never
 * repeats the text that was read, since that may be personal data.
 */
public sealed interface Parsed<T> {
    /** The value. */
    record Good<T>(T value) implements Parsed<T> {
    }

    /** {@code code} is a receipt code such as {@code BAD_CHECK_DIGIT}; {@code reason} a plain sentence. */
    record Bad<T>(String code, String reason) implements Parsed<T> {
    }

    /** For a value that can be used. */
    static <T> Parsed<T> good(T value) {
        return new Good<>(value);
    }

    /** See {@link Bad}. */
    static <T> Parsed<T> bad(String code, String reason) {
        return new Bad<>(code, reason);
    }

    /** The value where it is good. */
    default Optional<T> asOptional() {
        return this instanceof Good<T> good ? Optional.of(good.value()) : Optional.empty();
    }

    /** The value, for literals that are known to be right. Throws IllegalArgumentException with the reason. */
    default T orThrow() {
        if (this instanceof Bad<T> bad) {
            throw new IllegalArgumentException(bad.code() + ": " + bad.reason());
        }
        return ((Good<T>) this).value();
    }

    /** The same result, its value changed. */
    default <R> Parsed<R> map(Function<T, R> change) {
        return this instanceof Good<T> good ? good(change.apply(good.value()))
                : bad(((Bad<T>) this).code(), ((Bad<T>) this).reason());
    }
}
