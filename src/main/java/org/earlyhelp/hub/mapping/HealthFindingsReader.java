package org.earlyhelp.hub.mapping;

import static org.earlyhelp.hub.mapping.FieldCompiler.Scope.RECORD;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.earlyhelp.hub.format.SourceRecord;
import org.earlyhelp.hub.person.Fact;
import org.earlyhelp.hub.person.HealthFindings;
import org.earlyhelp.hub.person.HealthFindings.Finding;

/**
 * What a health message observes: one finding a part (OBX segment) whose code is listed. Codes that are not listed
 * are not taken, unless they begin as a listed kind does; then they are unknown.
 */
final class HealthFindingsReader implements FactReader {
    private final String each;
    private final FieldReader<String> code;
    private final FieldReader<String> value;
    private final FieldReader<Instant> observedAt;
    private final Condition belowCutOff;
    private final Condition deleted;
    private final List<FindingKind> kinds = new ArrayList<>();

    HealthFindingsReader(FieldCompiler compiler, Declaration findings) {
        Map<String, Declaration> fields = findings.parts();
        FieldCompiler.Scope scope = new FieldCompiler.Scope("findings", findings.at("each").text(""));
        each = findings.at("each").text("");
        compiler.paths(findings.at("each"), RECORD);
        findings.at("kinds").parts().forEach((kind, declared) -> kinds.add(FindingKind.of(compiler, kind, declared)));
        code = compiler.field(scope, fields, "code", (declared, codes) -> ValueTypes.judgedByFact(codes, "a code of the layout", codesOfKinds()));
        value = compiler.field(scope, fields, "value", (declared, codes) -> ValueTypes.judgedByFact(codes, valuesOfKinds(), Map.of()));
        observedAt = compiler.field(scope, fields, "observedAt", compiler.timestamp());
        belowCutOff = compiler.condition(scope, fields, "belowCutOff");
        deleted = compiler.condition(scope, fields, "deleted");
    }

    @Override
    public Fact read(SourceRecord record, PeopleReader.People people, Reading reading) {
        List<Finding> findings = new ArrayList<>();
        for (SourceRecord part : record.parts(each)) {
            String found = code.read(part, reading);
            FindingKind kind = found == null ? null : kinds.stream().filter(any -> any.claims(found)).findFirst().orElse(null);
            if (kind != null) {
                add(findings, kind, found, part, reading);
            }
        }
        return new HealthFindings(findings);
    }

    private Map<String, String> codesOfKinds() {
        Map<String, String> codes = new TreeMap<>();
        kinds.forEach(kind -> kind.codes().forEach(known -> codes.put(known, kind.kind().name())));
        return codes;
    }

    private String valuesOfKinds() {
        return kinds.stream().map(kind -> kind.expected() + " with a code of " + kind.kind()).collect(Collectors.joining(", "));
    }

    private void add(List<Finding> findings, FindingKind kind, String found, SourceRecord part, Reading reading) {
        if (!kind.lists(found)) {
            code.fault(reading, "UNKNOWN_CODE", "the code is not in the list of the layout");
            return;
        }
        Instant when = observedAt.read(part, reading);
        if (when == null) {
            observedAt.fault(reading, "MISSING_FIELD", "neither the observation nor the message says when");
            return;
        }
        boolean withdrawn = Condition.isTrue(deleted, part) || value.isErased(part);
        String text = kind.meaningOf(value.read(part, reading));
        if (text == null && !withdrawn) {
            value.fault(reading, "UNKNOWN_CODE", "the value is missing or not in the list of the layout", "Send " + kind.expected() + " with this code.");
            return;
        }
        findings.add(new Finding(kind.kind(), found, text == null ? "" : text, Condition.isTrue(belowCutOff, part), withdrawn, when));
    }
}
