package org.earlyhelp.hub.rights.storage;

import java.util.List;
import org.earlyhelp.hub.sharing.erasure.Erasable;
import org.earlyhelp.hub.sharing.erasure.Erasure;
import org.earlyhelp.hub.sharing.erasure.HeldCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** That a hold stood and was lifted stays on record; over whom, and the words about it, go. */
@Component
class HoldEraser implements Erasable {
    private static final int ANY = 51;
    private final JdbcClient sql;

    HoldEraser(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String room() {
        return "legal holds";
    }

    @Override
    public int order() {
        return ANY;
    }

    @Override
    public List<HeldCount> plan(Erasure erasure) {
        return List.of(new HeldCount("holds", sql.sql("SELECT count(*) FROM legal_hold WHERE about = ANY(?)").param(erasure.refArray()).query(Long.class).single()));
    }

    @Override
    public List<HeldCount> erase(Erasure erasure) {
        List<HeldCount> counts = plan(erasure);
        sql.sql("UPDATE legal_hold SET about = 'erased', reason = 'erased', lift_reason = 'erased' WHERE about = ANY(?)").param(erasure.refArray()).update();
        return counts;
    }
}
