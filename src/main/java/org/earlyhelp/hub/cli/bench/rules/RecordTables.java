package org.earlyhelp.hub.cli.bench.rules;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.earlyhelp.hub.cli.bench.identity.CopyStream;
import org.earlyhelp.hub.person.AttendanceCode;
import org.earlyhelp.hub.person.AttendanceDay;
import org.earlyhelp.hub.person.CanonicalJson;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.Notice;

/** Fills the tables of records from notices. The rows of a pupil are one record; of what arrives twice the first stands. Not thread-safe. */
final class RecordTables implements AutoCloseable {
    private static final String NO_FINGERPRINT = "\\x00";
    private static final int SESSIONS_A_MONTH = 62;
    private final Map<String, Long> places;
    private final Map<String, Long> ids = new HashMap<>();
    private final Map<Long, Map<LocalDate, StringBuilder>> marks = new TreeMap<>();
    private final CopyStream record;
    private final CopyStream mention;
    private final CopyStream link;
    private final CopyStream months;
    private long mentions;

    /** {@code places}: whose place in a record it is. */
    RecordTables(DataSource database, Map<String, Long> places) throws SQLException {
        this.places = places;
        this.record = new CopyStream(database, "record (id, ref, agency, feed, source_ref, version, is_current, fact_kind, fact, observed_at, received_at, delivery_id, fingerprint)");
        this.mention = new CopyStream(database, "mention (id, record_id, role, index, relationship, person, fingerprint)");
        this.link = new CopyStream(database, "link (mention_id, person_id, match, reason, fingerprint, decided_at)");
        this.months = new CopyStream(database, "attendance_month (record_id, month, marks, arrivals)");
    }

    long records() {
        return ids.size();
    }

    void store(String agency, String feed, Instant received, Notice notice) {
        String name = String.join("|", agency, feed, notice.sourceRef(), Integer.toString(notice.version()));
        Long known = ids.putIfAbsent(name, ids.size() + 1L);
        long id = ids.get(name);
        if (known == null) {
            write(id, name, agency, feed, received, notice);
        }
        if (notice.fact() instanceof AttendanceDay day) {
            mark(id, day);
        }
    }

    private void write(long id, String name, String agency, String feed, Instant received, Notice notice) {
        try {
            String fact = CanonicalJson.write(notice.fact());
            record.row(id, "R" + id, agency, feed, notice.sourceRef(), notice.version(), false, notice.fact().getClass().getSimpleName(), fact,
                    notice.observedAt() == null ? received : notice.observedAt(), received, 1, NO_FINGERPRINT);
            for (Mention said : notice.mentions()) {
                mention.row(++mentions, id, said.role(), said.index(), said.relationship(), CanonicalJson.write(said.person()), NO_FINGERPRINT);
                Long who = places.get(name + "|" + said.role() + "|" + said.index());
                if (who != null) {
                    link.row(mentions, who, "CERTAIN", "TRUTH", NO_FINGERPRINT, received);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the bench's database does not take a record", e);
        }
    }

    private void mark(long id, AttendanceDay day) {
        StringBuilder month = marks.computeIfAbsent(id, none -> new TreeMap<>())
                .computeIfAbsent(day.date().withDayOfMonth(1), none -> new StringBuilder(" ".repeat(SESSIONS_A_MONTH)));
        int at = 2 * (day.date().getDayOfMonth() - 1);
        put(month, at, day.am());
        put(month, at + 1, day.pm());
    }

    private static void put(StringBuilder month, int at, AttendanceCode code) {
        if (code != null) {
            month.setCharAt(at, code.letter());
        }
    }

    @Override
    public void close() throws SQLException {
        for (Map.Entry<Long, Map<LocalDate, StringBuilder>> pupil : marks.entrySet()) {
            for (Map.Entry<LocalDate, StringBuilder> month : pupil.getValue().entrySet()) {
                months.row(pupil.getKey(), month.getKey(), month.getValue(), "{1}");
            }
        }
        record.close();
        mention.close();
        link.close();
        months.close();
    }
}
