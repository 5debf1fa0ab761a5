package org.earlyhelp.hub.need.storage;

import java.util.List;
import java.util.stream.Stream;
import org.earlyhelp.hub.sharing.erasure.Erasable;
import org.earlyhelp.hub.sharing.erasure.Erasure;
import org.earlyhelp.hub.sharing.erasure.HeldCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes needs of people out, and what their families were assessed on of their records. A family that nobody is left in keeps no level. */
@Component
class NeedEraser implements Erasable {
    private static final int AFTER_ALERTS = 20;
    private final JdbcClient sql;

    NeedEraser(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String room() {
        return "needs";
    }

    @Override
    public int order() {
        return AFTER_ALERTS;
    }

    @Override
    public List<HeldCount> plan(Erasure erasure) {
        return List.of(new HeldCount("needs", count("need", erasure)), new HeldCount("changes of needs", count("need_change", erasure)));
    }

    @Override
    public List<HeldCount> erase(Erasure erasure) {
        List<HeldCount> counts = plan(erasure);
        for (String table : List.of("need", "need_of_merged", "need_change")) {
            sql.sql("DELETE FROM " + table + " WHERE person_id = ANY(?)").param(erasure.peopleIds()).update();
        }
        forgetEvidence(erasure);
        for (String table : List.of("family_level", "evidence_seen", "need", "need_of_merged")) {
            sql.sql("DELETE FROM " + table + " t WHERE family_id = ANY(:families) AND NOT EXISTS (SELECT FROM person p WHERE p.family_id = t.family_id AND p.id <> ALL(:people))")
                    .param("families", erasure.familyIds()).param("people", erasure.peopleIds()).update();
        }
        return counts;
    }

    /** Keys of evidence and findings of this room name records and references. */
    private void forgetEvidence(Erasure erasure) {
        String[] words = Stream.concat(erasure.refs().stream(), Stream.of(erasure.wholeRefs())).map(word -> "\\m" + word + "\\M").toArray(String[]::new);
        sql.sql("DELETE FROM evidence_seen WHERE family_id = ANY(:families) AND key ~ ANY(:words)").param("families", erasure.familyIds()).param("words", words).update();
        sql.sql("DELETE FROM finding WHERE room = 'need' AND (about ~ ANY(:words) OR message ~ ANY(:words))").param("words", words).update();
    }

    private long count(String table, Erasure erasure) {
        return sql.sql("SELECT count(*) FROM " + table + " WHERE person_id = ANY(?)").param(erasure.peopleIds()).query(Long.class).single();
    }
}
