package org.earlyhelp.hub.mapping;

import java.util.function.BiFunction;

/** The types that a place can have, from its declaration and code list. */
final class FieldTypes {
    static final BiFunction<Declaration, CodeList, ValueType<String>> TEXT = (declared, codes) -> ValueTypes.text(codes);
    static final BiFunction<Declaration, CodeList, ValueType<Boolean>> BOOL = (declared, codes) -> ValueTypes.bool(codes);
    static final BiFunction<Declaration, CodeList, ValueType<String>> FREE_TEXT = (declared, codes) -> ValueTypes.freeText();

    private FieldTypes() {
    }

    /** A whole number; a mapping may narrow the range by {@code min} and {@code max}. */
    static BiFunction<Declaration, CodeList, ValueType<Integer>> integer(int least, int most) {
        return (declared, codes) -> ValueTypes.integer(codes, Math.max(least, declared.at("min").number(least)),
                Math.min(most, declared.at("max").number(most)));
    }

    static <E extends Enum<E>> BiFunction<Declaration, CodeList, ValueType<E>> enumeration(Class<E> type) {
        return (declared, codes) -> ValueTypes.enumeration(type, codes);
    }
}
