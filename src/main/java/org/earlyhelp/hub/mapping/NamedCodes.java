package org.earlyhelp.hub.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** The code lists of one mapping file by name, and which of them its fields use. Not thread-safe. */
final class NamedCodes {
    private final Map<String, Declaration> lists;
    private final Set<String> used = new TreeSet<>();

    /** A list of {@code own} stands for the one of the same name. */
    NamedCodes(Map<String, Declaration> lists, Map<String, Declaration> own) {
        this.lists = new LinkedHashMap<>(lists);
        this.lists.putAll(own);
    }

    /** The names that fields have asked for so far. */
    Set<String> used() {
        return used;
    }

    /** The codes of a field, its own or those that it names; none, and a fault, when there is no list of that name. */
    CodeList of(Declaration declared, BiConsumer<Declaration, String> fault) {
        Declaration codes = declared.at("codes");
        Declaration list = codes;
        if (codes.exists() && !codes.node().isObject()) {
            list = lists.get(codes.text(""));
            used.add(codes.text(""));
            if (list == null) {
                fault.accept(codes, "there is no code list \"" + codes.text("") + "\" under codeLists");
                return CodeList.NONE;
            }
        }
        Map<String, String> meanings = new LinkedHashMap<>();
        list.parts().forEach((code, meaning) -> meanings.put(code, meaning.text("")));
        return list.exists() ? new CodeList(meanings, declared.at("otherwise").text(null)) : CodeList.NONE;
    }
}
