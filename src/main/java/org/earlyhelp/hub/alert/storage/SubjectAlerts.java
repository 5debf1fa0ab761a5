package org.earlyhelp.hub.alert.storage;

import static org.earlyhelp.hub.kernel.London.dateOf;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.SubjectItem;
import org.earlyhelp.hub.sharing.SubjectItem.Caution;
import org.earlyhelp.hub.sharing.SubjectItem.Section;
import org.earlyhelp.hub.sharing.SubjectRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The alerts of a person's family and what was decided: the council's own work with a family, which tells of everybody in it. */
@Repository
class SubjectAlerts implements SubjectRecords {
    private final JdbcClient sql;

    SubjectAlerts(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<SubjectItem> of(String person, int limit) {
        return sql.sql("""
                SELECT a.ref, a.level, a.status, a.outcome, a.raised_at FROM alert a JOIN person p ON p.family_id = a.family_id WHERE p.ref = ?
                ORDER BY a.raised_at, a.id LIMIT ?""").params(person, limit).query(SubjectAlerts::item).list();
    }

    private static SubjectItem item(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome") == null ? "" : ", decided: " + row.getString("outcome").toLowerCase(Locale.ROOT);
        String value = "Level %d, %s%s".formatted(row.getInt("level"), row.getString("status").toLowerCase(Locale.ROOT), outcome);
        return new SubjectItem("alert/" + row.getString("ref"), Section.WORKED_OUT, "alert", "The front door was told about the family", value,
                dateOf(row.getTimestamp("raised_at").toInstant()), null, DataClass.SAFEGUARDING, true, Set.of(Caution.SOCIAL_WORK, Caution.OTHER_PERSON));
    }
}
