package org.earlyhelp.hub.linkage.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.earlyhelp.hub.linkage.compare.Form;

/** Numbers for different values, from 0, so that a value is prepared once and compared by number. Not thread-safe. */
final class Codes {
    /** The number of a value that is not stated. */
    static final int NONE = -1;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Form> forms = new ArrayList<>();

    /** The number of a text; {@link #NONE} when nothing in it can be compared. */
    int code(String text) {
        if (text == null || text.isBlank()) {
            return NONE;
        }
        Integer known = numbers.get(text);
        if (known == null) {
            known = code(Form.of(text));
            numbers.put(text, known);
        }
        return known;
    }

    private int code(Form form) {
        if (form.isEmpty()) {
            return NONE;
        }
        // The double space keeps forms apart from texts as sent.
        return numbers.computeIfAbsent("  " + form.text(), key -> {
            forms.add(form);
            return forms.size() - 1;
        });
    }

    Form form(int code) {
        return forms.get(code);
    }

    int size() {
        return forms.size();
    }
}
