package org.earlyhelp.hub.mapping;

import java.util.Map;
import org.earlyhelp.hub.format.SourceRecord;
import org.earlyhelp.hub.person.Fact;

/** Reads the one fact of a record. Implementations are immutable and thread-safe. */
interface FactReader {
    /** The fact; null when it cannot be, and then the reading is rejected. */
    Fact read(SourceRecord record, PeopleReader.People people, Reading reading);

    /** The reader for the fact that the mapping declares. */
    static FactReader of(FieldCompiler compiler, String fact, Declaration root) {
        Map<String, Declaration> fields = root.at("fields").parts();
        return switch (fact) {
            case "missing-report" -> new MissingReportReader(compiler, fields);
            case "attendance-day" -> new AttendanceDayReader(compiler, fields);
            case "health-findings" -> new HealthFindingsReader(compiler, root.at("findings"));
            case "domestic-abuse-referral" -> new DomesticAbuseReader(compiler, fields);
            case "involvement" -> new InvolvementReader(compiler, fields);
            default -> new ConcernReader(compiler, fields);
        };
    }
}
