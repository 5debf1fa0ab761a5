package org.earlyhelp.hub.mapping;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a sender's codes stand for. Letter case does not matter. Immutable. */
final class CodeList {
    /** No list: codes are the hub's own. */
    static final CodeList NONE = new CodeList(Map.of(), null);

    private final Map<String, String> declared;
    private final Map<String, String> byCode = new LinkedHashMap<>();
    private final String otherwise;

    /** {@code otherwise} is what any other code stands for; null = other codes are unknown. */
    CodeList(Map<String, String> declared, String otherwise) {
        this.declared = declared;
        this.otherwise = otherwise;
        declared.forEach((code, meaning) -> byCode.put(code.toUpperCase(Locale.ROOT), meaning));
    }

    /** The codes as declared, with their meaning. */
    Map<String, String> declared() {
        return declared;
    }

    boolean isNone() {
        return declared.isEmpty() && otherwise == null;
    }

    /** What the code stands for; the code itself when there is no list. */
    Optional<String> meaningOf(String code) {
        return isNone() ? Optional.of(code) : Optional.ofNullable(byCode.getOrDefault(code.toUpperCase(Locale.ROOT), otherwise));
    }

    /** The first code; {@code otherwise} when there is no list. */
    String example(String otherwise) {
        return declared.keySet().stream().findFirst().orElse(otherwise);
    }

    String expected() {
        return "one of " + String.join(", ", declared.keySet());
    }
}
