package org.earlyhelp.hub.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.earlyhelp.hub.person.AttendanceCode;

/** The types that a place can have, from its declaration and code list. */
final class FieldTypes {
    static final BiFunction<Declaration, CodeList, ValueType<String>> TEXT = (declared, codes) -> ValueTypes.text(codes);
    static final BiFunction<Declaration, CodeList, ValueType<Boolean>> BOOL = (declared, codes) -> ValueTypes.bool(codes);
    static final BiFunction<Declaration, CodeList, ValueType<String>> FREE_TEXT = (declared, codes) -> ValueTypes.freeText();

    /** A mark of a register, by the national codes; which of them are known depends on the day, so the fact judges. */
    static final BiFunction<Declaration, CodeList, ValueType<String>> MARK = (declared, codes) ->
            ValueTypes.judgedByFact(codes, "a code of the national list for that day", nationalCodes());

    private FieldTypes() {
    }

    /** A whole number; a mapping may narrow the range by {@code min} and {@code max}. */
    static BiFunction<Declaration, CodeList, ValueType<Integer>> integer(int least, int most) {
        return (declared, codes) -> ValueTypes.integer(codes, Math.max(least, declared.at("min").number(least)),
                Math.min(most, declared.at("max").number(most)));
    }

    private static Map<String, String> nationalCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (AttendanceCode code : AttendanceCode.values()) {
            AttendanceCode.of(code.code(), AttendanceCode.CODES_OF_2024).ifPresent(current -> codes.put(current.code(), current.name()));
        }
        return codes;
    }

    static <E extends Enum<E>> BiFunction<Declaration, CodeList, ValueType<E>> enumeration(Class<E> type) {
        return (declared, codes) -> ValueTypes.enumeration(type, codes);
    }
}
