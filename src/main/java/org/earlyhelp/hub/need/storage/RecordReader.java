package org.earlyhelp.hub.need.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.earlyhelp.hub.need.engine.FamilyFacts.MarkedMonth;
import org.earlyhelp.hub.need.engine.HeldFacts;
import org.earlyhelp.hub.need.engine.HeldRecord;
import org.earlyhelp.hub.need.engine.SchoolKey;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.CanonicalJson;
import org.earlyhelp.hub.person.Fact;
import org.earlyhelp.hub.person.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the records that concern people, with all versions, and the marks of registers. */
final class RecordReader {
    private static final String CONCERNING = """
            WITH touched AS (
                SELECT DISTINCT r.agency, r.feed, r.source_ref
                  FROM link l JOIN mention m ON m.id = l.mention_id JOIN record r ON r.id = m.record_id
                 WHERE l.person_id = ANY (?)
                   AND m.role IN ('CHILD', 'PUPIL', 'UNBORN', 'SUBJECT', 'EXPECTANT_PARENT', 'VICTIM', 'ALLEGED_PERPETRATOR'))
            SELECT r.id, r.ref, r.agency, r.feed, r.source_ref, r.version, r.is_current, r.fact, r.observed_at, r.received_at, r.notes,
                   m.role, m.index, m.person -> 'notes' AS person_notes, l.person_id, l.match
              FROM touched t
              JOIN record r ON r.agency = t.agency AND r.feed = t.feed AND r.source_ref = t.source_ref
              LEFT JOIN mention m ON m.record_id = r.id
              LEFT JOIN link l ON l.mention_id = m.id
             ORDER BY r.id, m.id""";

    private final JdbcClient sql;

    RecordReader(JdbcClient sql) {
        this.sql = sql;
    }

    /** By person, the records that mention them or of which another version does. What no version stands of is left out. */
    Map<Long, List<HeldRecord>> byPerson(Collection<Long> people) {
        Map<Long, RecordRow> rows = new LinkedHashMap<>();
        sql.sql(CONCERNING).param(Rows.ids(people)).query(row -> {
            long id = row.getLong("id");
            RecordRow record = rows.get(id);
            if (record == null) {
                record = new RecordRow(row);
                rows.put(id, record);
            }
            record.addMention(row);
        });
        Set<Long> current = rows.values().stream().filter(row -> row.current).map(row -> row.bare.id()).collect(Collectors.toSet());
        return HeldFacts.byPerson(rows.values().stream().map(RecordRow::record).toList(), current);
    }

    /** Marks of the attendance records among those held, by record, from the month of the day on. */
    Map<Long, List<MarkedMonth>> marks(Map<Long, List<HeldRecord>> held, LocalDate since) {
        List<Long> registers = registers(held).stream().map(HeldRecord::id).distinct().toList();
        Map<Long, List<MarkedMonth>> marks = new HashMap<>();
        sql.sql("SELECT record_id, month, marks FROM attendance_month WHERE record_id = ANY (?) AND month >= ? ORDER BY record_id, month")
                .param(Rows.ids(registers)).param(since.withDayOfMonth(1)).query(row -> {
                    marks.computeIfAbsent(row.getLong("record_id"), none -> new ArrayList<>()).add(
                            new MarkedMonth(row.getLong("record_id"), row.getObject("month", LocalDate.class), row.getString("marks")));
                });
        return marks;
    }

    /** Until which day each school has sent marks of anybody, for the schools of the records held. */
    Map<String, LocalDate> registerEnds(Map<Long, List<HeldRecord>> held) {
        Map<String, LocalDate> ends = new HashMap<>();
        for (HeldRecord register : registers(held)) {
            ends.computeIfAbsent(SchoolKey.of(register), none -> registerEnd(register));
        }
        ends.values().removeIf(Objects::isNull);
        return ends;
    }

    private LocalDate registerEnd(HeldRecord register) {
        return sql.sql("""
                SELECT max(a.month + (length(rtrim(a.marks)) - 1) / 2) FROM record r JOIN attendance_month a ON a.record_id = r.id
                 WHERE r.agency = ? AND r.feed = ? AND r.fact ->> 'urn' = ?""")
                .param(register.agency()).param(register.feed()).param(((AttendanceDay) register.fact()).urn())
                .query((row, number) -> row.getObject(1, LocalDate.class)).optional().orElse(null);
    }

    private static List<HeldRecord> registers(Map<Long, List<HeldRecord>> held) {
        return held.values().stream().flatMap(List::stream).filter(record -> record.fact() instanceof AttendanceDay).toList();
    }

    /** A record while its mentions are gathered. */
    private static final class RecordRow {
        private final boolean current;
        private final List<HeldRecord.Mentioned> mentions = new ArrayList<>();
        private final HeldRecord bare;

        RecordRow(ResultSet row) throws SQLException {
            Fact fact = CanonicalJson.readFact(row.getString("fact"));
            current = row.getBoolean("is_current");
            bare = new HeldRecord(row.getLong("id"), row.getString("ref"), row.getString("agency"), row.getString("feed"), row.getString("source_ref"),
                    row.getInt("version"), fact, Rows.instant(row, "observed_at"), Rows.instant(row, "received_at"), Rows.texts(row, "notes"), List.of());
        }

        void addMention(ResultSet row) throws SQLException {
            if (row.getString("role") != null) {
                mentions.add(new HeldRecord.Mentioned(row.getLong("person_id"), Role.valueOf(row.getString("role")), row.getInt("index"),
                        row.getString("match"), NoteList.read(row.getString("person_notes"))));
            }
        }

        HeldRecord record() {
            return new HeldRecord(bare.id(), bare.ref(), bare.agency(), bare.feed(), bare.sourceRef(), bare.version(), bare.fact(),
                    bare.observedAt(), bare.receivedAt(), bare.notes(), mentions);
        }
    }
}
