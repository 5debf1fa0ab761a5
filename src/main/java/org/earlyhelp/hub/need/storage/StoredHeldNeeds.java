package org.earlyhelp.hub.need.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.earlyhelp.hub.need.HeldNeeds;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.need.rules.NeedRule;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads the needs that hold from the tables. */
@Repository
class StoredHeldNeeds implements HeldNeeds {
    private static final int ROWS_A_FETCH = 1000;
    private static final String SELECT = """
            SELECT f.ref AS family, p.ref AS person, n.code, n.grade, coalesce(l.level, 1) AS level, n.first_on, n.last_on, n.agency, n.fact, n.evidence
              FROM need n JOIN family f ON f.id = n.family_id JOIN person p ON p.id = n.person_id
              LEFT JOIN family_level l ON l.family_id = n.family_id
             WHERE %s
             ORDER BY f.ref, p.ref, n.code, n.agency""";

    private final JdbcTemplate streaming;
    private final JdbcClient sql;
    private final RuleBook rules;

    StoredHeldNeeds(JdbcTemplate jdbc, RuleBook rules) {
        this.streaming = new JdbcTemplate(jdbc.getDataSource());
        this.streaming.setFetchSize(ROWS_A_FETCH);
        this.sql = JdbcClient.create(jdbc);
        this.rules = rules;
    }

    @Override
    @Transactional(readOnly = true)
    public void each(Consumer<HeldNeed> reader) {
        streaming.query(SELECT.formatted("f.gone_into IS NULL"), row -> {
            reader.accept(held(row));
        });
    }

    @Override
    public List<HeldNeed> ofFamily(String familyRef) {
        List<HeldNeed> needs = new ArrayList<>();
        sql.sql(SELECT.formatted("f.ref = ?")).param(familyRef).query(row -> {
            needs.add(held(row));
        });
        return needs;
    }

    @Override
    public int levelOf(String familyRef) {
        return sql.sql("SELECT l.level FROM family_level l JOIN family f ON f.id = l.family_id WHERE f.ref = ?").param(familyRef)
                .query(Integer.class).optional().orElse(1);
    }

    private HeldNeed held(ResultSet row) throws SQLException {
        String need = row.getString("code");
        String outcome = rules.rules().flatMap(read -> read.need(need)).map(NeedRule::outcome).orElse(null);
        return new HeldNeed(row.getString("family"), row.getString("person"), need, row.getString("grade"), outcome, row.getInt("level"),
                row.getObject("first_on", LocalDate.class), row.getObject("last_on", LocalDate.class), row.getString("agency"),
                row.getString("fact"), Rows.texts(row, "evidence"));
    }
}
