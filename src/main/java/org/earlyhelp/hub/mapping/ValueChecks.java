package org.earlyhelp.hub.mapping;

import java.time.Instant;
import java.time.LocalDate;
import org.earlyhelp.hub.kernel.Parsed;

/** Tries the values that a mapping file itself states on the type of their field, so that a slip shows at once. */
final class ValueChecks {
    private static final MappingTime ANY_TIME = new MappingTime(Instant.EPOCH, LocalDate.EPOCH);

    private ValueChecks() {
    }

    static void check(FieldCompiler compiler, Declaration declared, CodeList codes, ValueType<?> type) {
        if (type.isDate()) {
            return;
        }
        for (String code : codes.declared().keySet()) {
            tryOn(compiler, declared.at("codes"), code, codes.declared().get(code), type);
        }
        for (String option : new String[] {"value", "default"}) {
            Declaration stated = declared.at(option);
            if (stated.exists()) {
                tryOn(compiler, stated, stated.text(""), stated.text(""), type);
            }
        }
    }

    private static void tryOn(FieldCompiler compiler, Declaration at, String text, String shown, ValueType<?> type) {
        if (type.parse(text, ANY_TIME) instanceof Parsed.Bad<?> bad) {
            String expected = bad.code().equals("UNKNOWN_CODE") ? "expected " + type.meant() : bad.reason();
            compiler.fault(at, "\"" + shown + "\" cannot stand here: " + expected);
        }
    }
}
