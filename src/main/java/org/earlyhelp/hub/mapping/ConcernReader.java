package org.earlyhelp.hub.mapping;

import static org.earlyhelp.hub.mapping.FieldCompiler.Scope.RECORD;

import java.time.LocalDate;
import java.util.Map;
import org.earlyhelp.hub.format.SourceRecord;
import org.earlyhelp.hub.person.Concern;
import org.earlyhelp.hub.person.Fact;

/** A concern of any other agency; its code is one of {@code rules/concerns.yaml}, which the rules check. */
final class ConcernReader implements FactReader {
    private final FieldReader<String> code;
    private final FieldReader<LocalDate> date;
    private final FieldReader<String> grade;
    private final FieldReader<Concern.Status> status;

    ConcernReader(FieldCompiler compiler, Map<String, Declaration> fields) {
        code = compiler.field(RECORD, fields, "code", FieldTypes.TEXT);
        date = compiler.field(RECORD, fields, "date", compiler.date());
        grade = compiler.field(RECORD, fields, "grade", FieldTypes.TEXT);
        status = compiler.field(RECORD, fields, "status", FieldTypes.enumeration(Concern.Status.class));
    }

    @Override
    public Fact read(SourceRecord record, PeopleReader.People people, Reading reading) {
        String what = code.read(record, reading);
        LocalDate since = date.read(record, reading);
        reading.rejectUnless(what != null, code.senderName(), "The record names no concern; it is refused.", "Send the code of the concern.");
        reading.rejectUnless(since != null, date.senderName(), "The record has no usable date; it is refused.", "Send the date of the concern.");
        Concern.Status stated = status.read(record, reading);
        return new Concern(what, since, grade.read(record, reading), stated == null ? Concern.Status.OPEN : stated);
    }
}
