package org.earlyhelp.hub.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.format.SourceLocation;
import org.earlyhelp.hub.format.SourceRecord;

/** One record while it is mapped: its faults, its notes, and the dates that other dates are held against. */
final class Reading {
    private final SourceRecord record;
    private final MappingTime time;
    private final List<RowFault> faults = new ArrayList<>(0);
    private final List<String> recordNotes = new ArrayList<>(0);
    private Map<String, Comparable<?>> dates;
    private List<String> notes = recordNotes;
    private boolean rejected;

    Reading(SourceRecord record, MappingTime time) {
        this.record = record;
        this.time = time;
    }

    SourceLocation at() {
        return record.at();
    }

    MappingTime time() {
        return time;
    }

    boolean isRejected() {
        return rejected;
    }

    List<RowFault> faults() {
        return faults;
    }

    /** The notes on the record itself. */
    List<String> recordNotes() {
        return recordNotes;
    }

    /** From here on notes belong to a person, until {@link #endPerson}. */
    void beginPerson() {
        notes = new ArrayList<>(0);
    }

    /** The notes on the person. */
    List<String> endPerson() {
        List<String> ofPerson = notes;
        notes = recordNotes;
        return ofPerson;
    }

    /** A sentence that a reader of the record or person must know. */
    void note(String sentence) {
        if (!notes.contains(sentence)) {
            notes.add(sentence);
        }
    }

    void reject(String field, String code, String message, String fix) {
        rejected = true;
        faults.add(new RowFault(at(), record.shownName(field), code, RowFault.Severity.ERROR, message, fix));
    }

    /** Rejects for a missing field, unless it is there or the record is rejected already. */
    void rejectUnless(boolean present, String field, String message, String fix) {
        if (!present && !rejected) {
            reject(field, "MISSING_FIELD", message, fix);
        }
    }

    void warn(String field, String code, String message, String fix) {
        faults.add(new RowFault(at(), record.shownName(field), code, RowFault.Severity.WARNING, message, fix));
    }

    void remember(String place, Comparable<?> date) {
        if (dates == null) {
            dates = new HashMap<>();
        }
        dates.put(place, date);
    }

    /** The date read at the place before; null when there was none. */
    Comparable<?> remembered(String place) {
        return dates == null ? null : dates.get(place);
    }
}
