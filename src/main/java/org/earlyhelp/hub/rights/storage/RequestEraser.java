package org.earlyhelp.hub.rights.storage;

import java.util.List;
import org.earlyhelp.hub.sharing.erasure.Erasable;
import org.earlyhelp.hub.sharing.erasure.Erasure;
import org.earlyhelp.hub.sharing.erasure.HeldCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * That a request came, when, and what became of it stays on record, as the council must be able to show; whose it was, every word of it, the
 * pack, the choices and the disputes go. A restriction goes with the person.
 */
@Component
class RequestEraser implements Erasable {
    private static final int BEFORE_PEOPLE = 25;
    private static final String THEIRS = "(person = ANY(:refs) OR requester = ANY(:refs))";
    private final JdbcClient sql;

    RequestEraser(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String room() {
        return "rights requests";
    }

    @Override
    public int order() {
        return BEFORE_PEOPLE;
    }

    @Override
    public List<HeldCount> plan(Erasure erasure) {
        return List.of(new HeldCount("requests", count("SELECT count(*) FROM rights_request WHERE " + THEIRS, erasure)),
                new HeldCount("disputed facts", count("SELECT count(*) FROM disputed_fact WHERE person = ANY(:refs)", erasure)),
                new HeldCount("restrictions", sql.sql("SELECT count(*) FROM person_restriction WHERE person_id = ANY(:people)").param("people", erasure.peopleIds()).query(Long.class).single()));
    }

    @Override
    public List<HeldCount> erase(Erasure erasure) {
        List<HeldCount> counts = plan(erasure);
        run("DELETE FROM access_pack WHERE request_id IN (SELECT id FROM rights_request WHERE " + THEIRS + ")", erasure);
        run("DELETE FROM access_choice WHERE request_id IN (SELECT id FROM rights_request WHERE " + THEIRS + ")", erasure);
        run("DELETE FROM dispute WHERE ref IN (SELECT ref FROM disputed_fact WHERE person = ANY(:refs)) OR request_id IN (SELECT id FROM rights_request WHERE " + THEIRS + ")", erasure);
        run("DELETE FROM disputed_fact WHERE person = ANY(:refs)", erasure);
        run("UPDATE rights_step SET note = NULL WHERE request_id IN (SELECT id FROM rights_request WHERE " + THEIRS + ")", erasure);
        run("UPDATE rights_request SET person = NULL, requester = NULL, details = '' WHERE " + THEIRS, erasure);
        sql.sql("DELETE FROM person_restriction WHERE person_id = ANY(:people)").param("people", erasure.peopleIds()).update();
        return counts;
    }

    private long count(String select, Erasure erasure) {
        return sql.sql(select).param("refs", erasure.refArray()).query(Long.class).single();
    }

    private void run(String statement, Erasure erasure) {
        sql.sql(statement).param("refs", erasure.refArray()).update();
    }
}
