package org.earlyhelp.hub.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.earlyhelp.hub.format.SourceRecord;

/** Whether any text at some paths is one of the listed ones, letter case apart; {@code *} lists every text. Immutable. */
final class Condition {
    private static final String ANY = "*";

    private final List<String> paths;
    private final Set<String> listed;
    private final List<String> orPresent;

    private Condition(List<String> paths, Set<String> listed, List<String> orPresent) {
        this.paths = paths;
        this.listed = listed;
        this.orPresent = orPresent;
    }

    /** The condition declared as {path, is, orPresent}; null when nothing is declared. */
    static Condition of(FieldCompiler compiler, FieldCompiler.Scope scope, Declaration declared) {
        if (declared == null || !declared.exists()) {
            return null;
        }
        Set<String> listed = declared.at("is").texts().stream().map(text -> text.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
        return new Condition(compiler.paths(declared.at("path"), scope), listed, compiler.paths(declared.at("orPresent"), scope));
    }

    /** Null when no text stands at any path. */
    Boolean holds(SourceRecord record) {
        Boolean holds = null;
        for (String path : paths) {
            for (String text : record.texts(path)) {
                boolean isListed = listed.contains(ANY) || listed.contains(text.toUpperCase(Locale.ROOT));
                holds = isListed || Boolean.TRUE.equals(holds);
            }
        }
        return orPresent.stream().anyMatch(path -> record.text(path).isPresent()) ? Boolean.TRUE : holds;
    }

    static boolean isTrue(Condition condition, SourceRecord record) {
        return condition != null && Boolean.TRUE.equals(condition.holds(record));
    }
}
