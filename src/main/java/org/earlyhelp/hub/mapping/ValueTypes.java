package org.earlyhelp.hub.mapping;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.earlyhelp.hub.kernel.Parsed;
import org.earlyhelp.hub.person.NhsNumber;
import org.earlyhelp.hub.person.Upn;

/** The kinds of value that are not dates. */
final class ValueTypes {
    /** A longer name, place or reference is a fault: FIELD_TOO_LONG. Free text has the limit of the format. */
    static final int TEXT_LIMIT_CHARACTERS = 500;

    /** Made up: 999 is issued to nobody. */
    private static final String EXAMPLE_NHS_NUMBER = "9991639853";
    private static final String EXAMPLE_UPN = "H999400116030";

    private ValueTypes() {
    }

    static ValueType<String> text(CodeList codes) {
        String expected = codes.isNone() ? "at most " + TEXT_LIMIT_CHARACTERS + " characters" : codes.expected();
        return of(expected, expected, codes.example("Example"), text -> {
            if (text.length() > TEXT_LIMIT_CHARACTERS) {
                return Parsed.bad("FIELD_TOO_LONG", "the text is longer than " + TEXT_LIMIT_CHARACTERS + " characters");
            }
            return codes.meaningOf(text).map(Parsed::good).orElseGet(ValueTypes::unknownCode);
        });
    }

    /**
     * A text whose codes only the fact as a whole can judge. {@code expected} follows "Send", and {@code listed} is what a
     * sender may choose from; a code list of the mapping goes before both.
     */
    static ValueType<String> judgedByFact(CodeList codes, String expected, Map<String, String> listed) {
        ValueType<String> text = text(codes);
        return new ValueType<>() {
            @Override
            public Parsed<String> parse(String code, MappingTime time) {
                return text.parse(code, time);
            }

            @Override
            public String expected() {
                return codes.isNone() ? expected : codes.expected();
            }

            @Override
            public Map<String, String> listed() {
                return listed;
            }

            @Override
            public String example() {
                return codes.example(listed.isEmpty() ? "" : listed.keySet().iterator().next());
            }
        };
    }

    static ValueType<String> freeText() {
        return of("text", "text", "A made-up text.", Parsed::good);
    }

    static ValueType<Integer> integer(CodeList codes, int least, int most) {
        String expected = codes.isNone() ? "a whole number from " + least + " to " + most : codes.expected();
        return of(expected, "a whole number from " + least + " to " + most, codes.example(String.valueOf(least)), text -> {
            String number = codes.meaningOf(text).orElse(null);
            if (number == null) {
                return unknownCode();
            }
            if (!number.matches("[+-]?[0-9]{1,9}")) {
                return Parsed.bad("BAD_NUMBER", "the text is no whole number");
            }
            int value = Integer.parseInt(number);
            return value < least || value > most ? Parsed.bad("OUT_OF_RANGE", "the number is not from " + least + " to " + most)
                    : Parsed.good(value);
        });
    }

    static ValueType<Boolean> bool(CodeList codes) {
        return of(codes.isNone() ? "true or false" : codes.expected(), "true or false", codes.example("false"), text -> {
            String meaning = codes.meaningOf(text).orElse("").toLowerCase(Locale.ROOT);
            return meaning.equals("true") || meaning.equals("false") ? Parsed.good(meaning.equals("true")) : unknownCode();
        });
    }

    static <E extends Enum<E>> ValueType<E> enumeration(Class<E> type, CodeList codes) {
        String meant = "one of " + namesOf(type);
        String example = codes.example(type.getEnumConstants()[0].name());
        return of(codes.isNone() ? meant : codes.expected(), meant, example, text -> codes.meaningOf(text).flatMap(name -> constant(type, name)).map(Parsed::good)
                .orElseGet(ValueTypes::unknownCode));
    }

    static ValueType<NhsNumber> nhsNumber() {
        String expected = "an NHS number of 10 digits with its check digit";
        return of(expected, expected, EXAMPLE_NHS_NUMBER, NhsNumber::parse);
    }

    static ValueType<Upn> upn() {
        String expected = "a UPN of 13 characters with its check letter";
        return of(expected, expected, EXAMPLE_UPN, Upn::parse);
    }

    static <E extends Enum<E>> String namesOf(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants()).filter(constant -> constant.name().equalsIgnoreCase(name)).findFirst();
    }

    private static <T> Parsed<T> unknownCode() {
        return Parsed.bad("UNKNOWN_CODE", "the code is not in the list of the layout");
    }

    private static <T> ValueType<T> of(String expected, String meant, String example, Function<String, Parsed<T>> reader) {
        return new ValueType<>() {
            @Override
            public Parsed<T> parse(String text, MappingTime time) {
                return reader.apply(text);
            }

            @Override
            public String expected() {
                return expected;
            }

            @Override
            public String meant() {
                return meant;
            }

            @Override
            public String example() {
                return example;
            }
        };
    }
}
