package org.earlyhelp.hub.mapping;

import static org.earlyhelp.hub.mapping.FieldCompiler.Scope.RECORD;

import java.time.LocalDate;
import java.util.Map;
import org.earlyhelp.hub.format.SourceRecord;
import org.earlyhelp.hub.person.Fact;
import org.earlyhelp.hub.person.Involvement;

/** Who already works with a person. */
final class InvolvementReader implements FactReader {
    private static final int HIGHEST_LEVEL = 4;

    private final FieldReader<String> service;
    private final FieldReader<Integer> level;
    private final FieldReader<String> leadWorker;
    private final FieldReader<String> leadWorkerContact;
    private final FieldReader<LocalDate> opened;
    private final FieldReader<LocalDate> closed;

    InvolvementReader(FieldCompiler compiler, Map<String, Declaration> fields) {
        service = compiler.field(RECORD, fields, "service", FieldTypes.TEXT);
        level = compiler.field(RECORD, fields, "level", FieldTypes.integer(1, HIGHEST_LEVEL));
        leadWorker = compiler.field(RECORD, fields, "leadWorker", FieldTypes.TEXT);
        leadWorkerContact = compiler.field(RECORD, fields, "leadWorkerContact", FieldTypes.TEXT);
        opened = compiler.field(RECORD, fields, "opened", compiler.date());
        closed = compiler.field(RECORD, fields, "closed", compiler.date());
    }

    @Override
    public Fact read(SourceRecord record, PeopleReader.People people, Reading reading) {
        return new Involvement(service.read(record, reading), level.read(record, reading), leadWorker.read(record, reading),
                leadWorkerContact.read(record, reading), opened.read(record, reading), closed.read(record, reading));
    }
}
