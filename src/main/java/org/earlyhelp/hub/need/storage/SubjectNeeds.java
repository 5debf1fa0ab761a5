package org.earlyhelp.hub.need.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.need.rules.NeedRule;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.SubjectItem;
import org.earlyhelp.hub.sharing.SubjectItem.Caution;
import org.earlyhelp.hub.sharing.SubjectItem.Section;
import org.earlyhelp.hub.sharing.SubjectRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the hub worked out of a person: the needs that hold, and the level of the family, which rests on everybody in it. */
@Repository
class SubjectNeeds implements SubjectRecords {
    private final JdbcClient sql;
    private final RuleBook rules;

    SubjectNeeds(JdbcClient sql, RuleBook rules) {
        this.sql = sql;
        this.rules = rules;
    }

    @Override
    public List<SubjectItem> of(String person, int limit) {
        List<SubjectItem> items = new ArrayList<>(sql.sql("""
                SELECT n.code, n.agency, n.last_on, n.fact FROM need n JOIN person p ON p.id = n.person_id WHERE p.ref = ? ORDER BY n.code, n.agency""")
                .param(person).query(this::need).list());
        items.addAll(sql.sql("SELECT l.level, l.assessed_at::date AS day FROM family_level l JOIN person p ON p.family_id = l.family_id WHERE p.ref = ?").param(person)
                .query((row, n) -> new SubjectItem("level", Section.WORKED_OUT, "level", "Level of the family", "Level " + row.getInt("level"), row.getObject("day", LocalDate.class),
                        null, DataClass.SAFEGUARDING, true, Set.of(Caution.SOCIAL_WORK, Caution.OTHER_PERSON))).list());
        return items.stream().limit(limit).toList();
    }

    private SubjectItem need(ResultSet row, int number) throws SQLException {
        String code = row.getString("code");
        String outcome = rules.rules().flatMap(read -> read.need(code)).map(NeedRule::outcome).orElse("");
        return new SubjectItem("need/" + code + "/" + row.getString("agency"), Section.WORKED_OUT, "needs." + code, rules.titleOf(code), row.getString("fact"),
                row.getObject("last_on", LocalDate.class), row.getString("agency"), dataClass(code, outcome), true, cautions(code, outcome));
    }

    private static DataClass dataClass(String code, String outcome) {
        return switch (outcome) {
            case "GOOD_EDUCATION" -> DataClass.EDUCATION;
            case "EARLY_YEARS_DEVELOPMENT", "MENTAL_AND_PHYSICAL_HEALTH" -> DataClass.HEALTH;
            case "SAFE_FROM_DOMESTIC_ABUSE" -> DataClass.DOMESTIC_ABUSE;
            default -> code.equals("MISSING") ? DataClass.MISSING : DataClass.SAFEGUARDING;
        };
    }

    /** A need that no rule knows any more is the gravest. */
    private static Set<Caution> cautions(String code, String outcome) {
        return switch (outcome) {
            case "GOOD_EDUCATION" -> Set.of();
            case "EARLY_YEARS_DEVELOPMENT", "MENTAL_AND_PHYSICAL_HEALTH" -> Set.of(Caution.HEALTH);
            case "SAFE_FROM_DOMESTIC_ABUSE" -> Set.of(Caution.DOMESTIC_ABUSE, Caution.REFERRER);
            default -> code.equals("MISSING") ? Set.of() : EnumSet.of(Caution.CHILD_ABUSE, Caution.SOCIAL_WORK);
        };
    }
}
