package org.earlyhelp.hub.rights.storage;

import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.intake.TextSeal;
import org.earlyhelp.hub.sharing.erasure.Erasable;
import org.earlyhelp.hub.sharing.erasure.Erasure;
import org.earlyhelp.hub.sharing.erasure.HeldCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * That somebody asked, when, and how it was answered stays in the register; who it was about, who asked, every word of it and
 * the pack that was handed over go.
 */
@Component
class RequestEraser implements Erasable {
    private static final int BEFORE_IDENTITY = 25;
    private static final Map<String, String> ERASED = Map.of("name", "erased");
    private final JdbcClient sql;
    private final TextSeal seal;

    RequestEraser(JdbcClient sql, TextSeal seal) {
        this.sql = sql;
        this.seal = seal;
    }

    @Override
    public String room() {
        return "rights requests";
    }

    @Override
    public int order() {
        return BEFORE_IDENTITY;
    }

    @Override
    public List<HeldCount> plan(Erasure erasure) {
        return List.of(new HeldCount("requests", requests(erasure).size()),
                new HeldCount("disputed facts", sql.sql("SELECT count(*) FROM disputed_fact WHERE person = ANY(?)").param(erasure.refArray()).query(Long.class).single()));
    }

    @Override
    public List<HeldCount> erase(Erasure erasure) {
        List<HeldCount> counts = plan(erasure);
        for (String request : requests(erasure)) {
            sql.sql("DELETE FROM access_pack WHERE request_id = ?").param(request).update();
            sql.sql("DELETE FROM access_choice WHERE request_id = ?").param(request).update();
            sql.sql("UPDATE rights_step SET note = NULL WHERE request_id = ?").param(request).update();
            sql.sql("UPDATE rights_request SET person = NULL, requester = NULL, details = ? WHERE id = ?").params(seal.seal(request, ERASED), request).update();
        }
        sql.sql("DELETE FROM dispute WHERE ref IN (SELECT ref FROM disputed_fact WHERE person = ANY(?) OR record = ANY(?))").params(erasure.refArray(), erasure.wholeRefs()).update();
        sql.sql("DELETE FROM disputed_fact WHERE person = ANY(?) OR record = ANY(?)").params(erasure.refArray(), erasure.wholeRefs()).update();
        sql.sql("DELETE FROM person_restriction WHERE person_id = ANY(?)").param(erasure.peopleIds()).update();
        return counts;
    }

    private List<String> requests(Erasure erasure) {
        return sql.sql("SELECT id FROM rights_request WHERE person = ANY(:refs) OR requester = ANY(:refs)").param("refs", erasure.refArray()).query(String.class).list();
    }
}
