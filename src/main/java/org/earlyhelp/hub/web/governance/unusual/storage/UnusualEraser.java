package org.earlyhelp.hub.web.governance.unusual.storage;

import java.util.List;
import java.util.stream.Stream;
import org.earlyhelp.hub.sharing.erasure.Erasable;
import org.earlyhelp.hub.sharing.erasure.Erasure;
import org.earlyhelp.hub.sharing.erasure.HeldCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * That an account did something unusual, and what a reviewer found, stays on record; about whom it was, and the words of
 * the reviews, go. A family goes with its last person.
 */
@Component
class UnusualEraser implements Erasable {
    private static final int BEFORE_PEOPLE_GO = 5;
    private static final String ABOUT = """
            (subject = ANY(:refs) OR subject IN (SELECT f.ref FROM family f WHERE f.id = ANY(:families)
                AND NOT EXISTS (SELECT FROM person p WHERE p.family_id = f.id AND p.id <> ALL(:people))))""";
    private final JdbcClient sql;

    UnusualEraser(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String room() {
        return "unusual access";
    }

    @Override
    public int order() {
        return BEFORE_PEOPLE_GO;
    }

    @Override
    public List<HeldCount> plan(Erasure erasure) {
        return List.of(new HeldCount("findings about who looked", asked("SELECT count(*) FROM unusual_access WHERE " + ABOUT, erasure).query(Long.class).single()));
    }

    @Override
    public List<HeldCount> erase(Erasure erasure) {
        List<HeldCount> counts = plan(erasure);
        asked("UPDATE unusual_access_review SET note = 'erased' WHERE note <> '' AND access_id IN (SELECT id FROM unusual_access WHERE " + ABOUT + ")", erasure).update();
        asked("UPDATE unusual_access SET subject = 'erased-' || id WHERE " + ABOUT, erasure).update();
        String[] words = Stream.of(erasure.refArray()).map(ref -> "\\m" + ref + "\\M").toArray(String[]::new);
        List.of("unusual_access_review", "sharing_sample_judgement").forEach(table ->
                sql.sql("UPDATE " + table + " SET note = 'erased' WHERE note ~ ANY(?)").param(words).update());
        sql.sql("UPDATE sharing_sample SET remark = 'erased' WHERE remark ~ ANY(?)").param(words).update();
        return counts;
    }

    private JdbcClient.StatementSpec asked(String statement, Erasure erasure) {
        return sql.sql(statement).param("refs", erasure.refArray()).param("families", erasure.familyIds()).param("people", erasure.peopleIds());
    }
}
