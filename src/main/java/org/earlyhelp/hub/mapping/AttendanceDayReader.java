package org.earlyhelp.hub.mapping;

import static org.earlyhelp.hub.mapping.FieldCompiler.Scope.RECORD;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.format.SourceRecord;
import org.earlyhelp.hub.person.AttendanceCode;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.Fact;

/** A pupil's two marks of one day. Which codes are known depends on the day. A blank mark is not stated. */
final class AttendanceDayReader implements FactReader {
    private final FieldReader<String> laestab;
    private final FieldReader<String> urn;
    private final FieldReader<String> yearGroup;
    private final FieldReader<LocalDate> date;
    private final FieldReader<String> am;
    private final FieldReader<String> pm;

    AttendanceDayReader(FieldCompiler compiler, Map<String, Declaration> fields) {
        laestab = compiler.field(RECORD, fields, "laestab", FieldTypes.TEXT);
        urn = compiler.field(RECORD, fields, "urn", FieldTypes.TEXT);
        yearGroup = compiler.field(RECORD, fields, "yearGroup", FieldTypes.TEXT);
        date = compiler.field(RECORD, fields, "date", compiler.date());
        am = compiler.field(RECORD, fields, "am", FieldTypes.MARK);
        pm = compiler.field(RECORD, fields, "pm", FieldTypes.MARK);
    }

    @Override
    public Fact read(SourceRecord record, PeopleReader.People people, Reading reading) {
        LocalDate day = date.read(record, reading);
        String school = urn.read(record, reading);
        if (day == null || school == null) {
            reading.rejectUnless(day != null, date.senderName(), "The row has no usable date; it is refused.", "Send the date of the session.");
            reading.rejectUnless(school != null, urn.senderName(), "The row names no school; it is refused.", "Send the school's URN.");
            return null;
        }
        return new AttendanceDay(laestab.read(record, reading), school, yearGroup.read(record, reading), day,
                mark(am, day, record, reading), mark(pm, day, record, reading));
    }

    private static AttendanceCode mark(FieldReader<String> field, LocalDate day, SourceRecord record, Reading reading) {
        String text = field.read(record, reading);
        if (text == null) {
            return null;
        }
        Optional<AttendanceCode> code = AttendanceCode.of(text, day);
        if (code.isEmpty()) {
            field.fault(reading, "UNKNOWN_CODE", "the code was not in the national list on that day");
        }
        return code.orElse(null);
    }
}
