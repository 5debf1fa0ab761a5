package org.earlyhelp.hub.mapping;

import static org.earlyhelp.hub.mapping.FieldCompiler.Scope.RECORD;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.format.SourceRecord;
import org.earlyhelp.hub.person.Fact;
import org.earlyhelp.hub.person.MissingReport;
import org.earlyhelp.hub.person.MissingReport.Kind;
import org.earlyhelp.hub.person.MissingReport.MissingFrom;
import org.earlyhelp.hub.person.MissingReport.RiskFlag;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;

/** A missing-child notice. The time of the report falls back to last seen, then returned: a notice needs one of them. */
final class MissingReportReader implements FactReader {
    private final FieldReader<Kind> kind;
    private final FieldReader<String> force;
    private final FieldReader<Instant> reportedAt;
    private final FieldReader<Instant> lastSeenAt;
    private final FieldReader<MissingFrom> missingFrom;
    private final FieldReader<RiskGrade> riskGrade;
    private final FieldReader<RiskFlag> riskFlags;
    private final FieldReader<Instant> returnedAt;
    private final FieldReader<Boolean> harmSuffered;

    MissingReportReader(FieldCompiler compiler, Map<String, Declaration> fields) {
        kind = compiler.field(RECORD, fields, "kind", FieldTypes.enumeration(Kind.class));
        force = compiler.field(RECORD, fields, "force", FieldTypes.TEXT);
        reportedAt = compiler.field(RECORD, fields, "reportedAt", compiler.timestamp());
        lastSeenAt = compiler.field(RECORD, fields, "lastSeenAt", compiler.timestamp());
        missingFrom = compiler.field(RECORD, fields, "missingFrom", FieldTypes.enumeration(MissingFrom.class));
        riskGrade = compiler.field(RECORD, fields, "riskGrade", FieldTypes.enumeration(RiskGrade.class));
        riskFlags = compiler.field(RECORD, fields, "riskFlags", FieldTypes.enumeration(RiskFlag.class));
        returnedAt = compiler.field(RECORD, fields, "returnedAt", compiler.timestamp());
        harmSuffered = compiler.field(RECORD, fields, "harmSuffered", FieldTypes.BOOL);
    }

    @Override
    public Fact read(SourceRecord record, PeopleReader.People people, Reading reading) {
        Kind stated = kind.read(record, reading);
        Instant reported = reportedAt.read(record, reading);
        Instant seen = lastSeenAt.read(record, reading);
        Instant returned = returnedAt.read(record, reading);
        Instant when = reported != null ? reported : seen != null ? seen : returned;
        if (when == null) {
            reading.reject(reportedAt.senderName(), "MISSING_FIELD", "The notice has no usable date; it is refused.",
                    "Send when the child was reported missing, last seen or returned.");
            return null;
        }
        List<RiskFlag> flags = riskFlags.readAll(record, reading);
        return new MissingReport(stated == null ? Kind.INITIAL : stated, force.read(record, reading), when, seen,
                missingFrom.read(record, reading), riskGrade.read(record, reading), flags == null ? null : Set.copyOf(flags),
                returned, harmSuffered.read(record, reading));
    }
}
