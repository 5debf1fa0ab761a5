package org.earlyhelp.hub.mapping;

import java.time.Instant;
import java.time.LocalDate;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.earlyhelp.hub.format.SourceFormat;
import org.earlyhelp.hub.format.Span;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;

/**
 * Turns the declared fields of one mapping file into readers, once per file, and collects all that is wrong with
 * them. What it compiled is also the catalogue from which help pages are made.
 */
final class FieldCompiler {
    private final DeclaredFile file;
    private final SourceFormat format;
    private final ZoneId zone;
    private final boolean rejectsByDefault;
    private final NamedCodes codeLists;
    private final List<ConfigFault> faults = new ArrayList<>();
    private final List<MappedField> fields = new ArrayList<>();
    private final Set<String> pathsUsed = new TreeSet<>();

    /** {@code ownLists} go over the code lists of the file. */
    FieldCompiler(DeclaredFile file, SourceFormat format, Map<String, Declaration> ownLists) {
        this.file = file;
        this.format = format;
        Declaration root = new Declaration(file.root(), "");
        zone = zone(root.at("zone"));
        rejectsByDefault = !root.at("whenFaulty").text("reject").equals("drop");
        codeLists = new NamedCodes(root.at("codeLists").parts(), ownLists);
    }

    /** One role or the record: whose fields are compiled, and the sender's part they stand in ("" = the record). */
    record Scope(String of, String part) {
        static final Scope RECORD = new Scope("record", "");
    }

    Charset charset() {
        return format.charset();
    }

    List<ConfigFault> faults() {
        return faults;
    }

    List<MappedField> fields() {
        return fields;
    }

    Set<String> pathsUsed() {
        return pathsUsed;
    }

    Set<String> listsUsed() {
        return codeLists.used();
    }

    ZoneId zone() {
        return zone;
    }

    boolean rejectsByDefault() {
        return rejectsByDefault;
    }

    void fault(Declaration at, String reason) {
        faults.add(file.faultAt(at.pointer(), reason));
    }

    /** Compiles the field declared for the place; {@link FieldReader#absent} when it is not declared. */
    <T> FieldReader<T> field(Scope scope, Map<String, Declaration> section, String place,
                             BiFunction<Declaration, CodeList, ValueType<T>> type) {
        Declaration declared = section.get(place);
        if (declared == null || !declared.exists()) {
            return FieldReader.absent();
        }
        CodeList codes = codeLists.of(declared, this::fault);
        ValueType<T> valueType = type.apply(declared, codes);
        List<String> paths = paths(declared.at("path"), scope);
        List<String> joined = paths(declared.at("join"), scope);
        String sender = senderName(scope, joined.isEmpty() ? paths : joined);
        ValueChecks.check(this, declared, codes, valueType);
        fields.add(new MappedField(sender == null ? "" : sender, scope.of(), place, Places.labelOf(place), declared.at("class").text(""),
                declared.at("help").text(""), valueType.expected(), declared.at("required").isTrue(),
                codes.isNone() ? valueType.listed() : codes.declared(), valueType.example()));
        return new FieldReader<>(
                new FieldSource(place, paths, joined, declared.at("value").text(null), Set.copyOf(declared.at("empty").texts()),
                        declared.at("default").text(null), declared.at("split").text(null), sender, characters(declared.at("characters"))),
                new FieldReader.Rule(declared.at("required").isTrue(), rejects(declared), !rejectsByDefault, dateBefore(section, declared, "notBefore"),
                        dateBefore(section, declared, "notAfter"), valueType.isDate()), valueType);
    }

    /** Compiles a yes-or-no place that is declared as a condition; null when it is not declared. */
    Condition condition(Scope scope, Map<String, Declaration> section, String place) {
        Declaration declared = section.get(place);
        Condition condition = Condition.of(this, scope, declared);
        if (condition != null) {
            fields.add(new MappedField(senderName(scope, declared.at("path").texts()), scope.of(), place, Places.labelOf(place),
                    declared.at("class").text(""), declared.at("help").text(""), "yes when one of " + String.join(", ", declared.at("is").texts()),
                    false, Map.of(), ""));
        }
        return condition;
    }

    /** The type of a time at which something happened; in the future only where the mapping allows it. */
    BiFunction<Declaration, CodeList, ValueType<Instant>> timestamp() {
        return (declared, codes) -> DateTypes.timestamp(patterns(declared), zone, declared.at("mayBeFuture").isTrue());
    }

    /** The type of a civil date; in the future only where the mapping allows it. */
    BiFunction<Declaration, CodeList, ValueType<LocalDate>> date() {
        return (declared, codes) -> DateTypes.date(patterns(declared), declared.at("mayBeFuture").isTrue());
    }

    /** The date patterns that the field declares, or those usual in the format. */
    List<DatePattern> patterns(Declaration declared) {
        List<DatePattern> patterns = new ArrayList<>();
        for (Declaration item : declared.at("format").items()) {
            try {
                patterns.add(DatePattern.of(item.text("")));
            } catch (IllegalArgumentException e) {
                fault(item, "\"" + item.text("") + "\" is no date format: " + e.getMessage());
            }
        }
        return patterns.isEmpty() ? List.of(DatePattern.of(format instanceof SourceFormat.Hl7 ? "hl7" : "iso")) : patterns;
    }

    /** The paths declared here, each checked against the format. */
    List<String> paths(Declaration declared, Scope scope) {
        for (Declaration item : declared.items()) {
            String reason = format.pathFault(item.text(""));
            if (reason != null) {
                fault(item, reason);
            }
        }
        List<String> paths = List.copyOf(declared.texts());
        pathsUsed.addAll(paths);
        return paths;
    }

    /** The sender's name for the first of the paths; null when there is none. */
    String senderName(Scope scope, List<String> paths) {
        return paths.isEmpty() ? null : format.nameWithin(scope.part(), paths.get(0));
    }

    private Span characters(Declaration declared) {
        try {
            return declared.exists() ? Span.parse(declared.text("")) : null;
        } catch (IllegalArgumentException e) {
            fault(declared, "\"" + declared.text("") + "\" is " + e.getMessage());
            return null;
        }
    }

    private String dateBefore(Map<String, Declaration> section, Declaration declared, String option) {
        Declaration other = declared.at(option);
        if (other.exists() && !section.containsKey(other.text(""))) {
            fault(other, option + ": there is no field \"" + other.text("") + "\" here");
        }
        return other.text(null);
    }

    private boolean rejects(Declaration declared) {
        return declared.at("whenFaulty").exists() ? declared.at("whenFaulty").text("").equals("reject") : rejectsByDefault;
    }

    private ZoneId zone(Declaration declared) {
        String name = declared.text("Europe/London");
        if (ZoneId.getAvailableZoneIds().contains(name)) {
            return ZoneId.of(name);
        }
        fault(declared, "there is no time zone \"" + name + "\"");
        return ZoneId.of("Europe/London");
    }
}
