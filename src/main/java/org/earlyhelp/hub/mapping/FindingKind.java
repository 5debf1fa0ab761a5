package org.earlyhelp.hub.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.person.HealthFindings;

/**
 * One kind of health finding: its codes, and the values it may have (a list, or a number between two others).
 *
 * @param prefix every code that begins so is of this kind; null = only the listed ones are
 */
record FindingKind(HealthFindings.Kind kind, Set<String> codes, String prefix, CodeList values, int least, int most) {
    static FindingKind of(FieldCompiler compiler, String kind, Declaration declared) {
        Map<String, String> values = new LinkedHashMap<>();
        declared.at("values").parts().forEach((code, meaning) -> values.put(code, meaning.text("")));
        List<String> codes = declared.at("codes").texts();
        if (Set.copyOf(codes).size() < codes.size()) {
            compiler.fault(declared.at("codes"), "a code stands twice");
        }
        Declaration number = declared.at("number");
        if (number.exists() == !values.isEmpty()) {
            compiler.fault(declared, "a kind of finding has either values or a number");
        }
        return new FindingKind(HealthFindings.Kind.valueOf(kind), Set.copyOf(codes), declared.at("prefix").text(null),
                new CodeList(values, null), number.at("min").number(0), number.at("max").number(Integer.MAX_VALUE));
    }

    boolean lists(String code) {
        return codes.contains(code);
    }

    boolean claims(String code) {
        return lists(code) || prefix != null && code.startsWith(prefix);
    }

    /** The values, to follow "Send". */
    String expected() {
        return values.isNone() ? "a whole number from " + least + " to " + most : values.expected();
    }

    /** The value in the hub's words; null when it is absent or none of this kind. */
    String meaningOf(String value) {
        if (value == null || !values.isNone()) {
            return value == null ? null : values.meaningOf(value).orElse(null);
        }
        return value.matches("[0-9]{1,9}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most ? value : null;
    }
}
