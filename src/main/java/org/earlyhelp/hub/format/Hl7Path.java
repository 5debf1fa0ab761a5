package org.earlyhelp.hub.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in an HL7 message: {@code PID}, {@code PID-7}, {@code PID-5.2} or {@code PID-5.2.1}; {@code PID-3[.5=NH|MR].1} is
 * component 1 of the repetitions whose component 5 is NH or MR ({@code [.4=]}: is blank, {@code [.5!=NH]}: is not).
 *
 * @param field     from 1; 0 = the whole segment
 * @param component from 1, as is {@code sub}
 */
record Hl7Path(String segment, int field, List<Condition> conditions, int component, int sub) {
    private static final String CONDITION = "\\[\\.(\\d{1,2})(!?=)([^\\]]*)\\]";
    private static final Pattern CONDITIONS = Pattern.compile(CONDITION);
    private static final Pattern PATH = Pattern.compile(
            "([A-Z][A-Z0-9]{2})(?:-([1-9]\\d{0,2})((?:\\[\\.\\d{1,2}!?=[^\\]]*\\])*)(?:\\.([1-9]\\d?))?(?:\\.([1-9]\\d?))?)?");

    /** A repetition counts when its component is (or is not) one of the values; blank is a value. */
    record Condition(int component, boolean negated, List<String> values) {
    }

    static boolean isPath(String text) {
        return PATH.matcher(text).matches();
    }

    static Hl7Path parse(String text) {
        Matcher path = PATH.matcher(text);
        if (!path.matches()) {
            throw new IllegalArgumentException("not an HL7 path: " + text);
        }
        return new Hl7Path(path.group(1), number(path.group(2), 0), conditions(path.group(3)), number(path.group(4), 1), number(path.group(5), 1));
    }

    private static List<Condition> conditions(String text) {
        List<Condition> conditions = new ArrayList<>();
        Matcher condition = CONDITIONS.matcher(text == null ? "" : text);
        while (condition.find()) {
            conditions.add(new Condition(number(condition.group(1), 1), condition.group(2).startsWith("!"),
                    List.of(condition.group(3).split("\\|", -1))));
        }
        return List.copyOf(conditions);
    }

    private static int number(String text, int otherwise) {
        return text == null ? otherwise : Integer.parseInt(text);
    }
}
