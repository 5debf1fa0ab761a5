package org.earlyhelp.hub.web.governance.unusual.storage;

import java.util.List;
import org.earlyhelp.hub.sharing.erasure.Erasable;
import org.earlyhelp.hub.sharing.erasure.Erasure;
import org.earlyhelp.hub.sharing.erasure.HeldCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** That somebody's looks were unusual stays on record; at whom, and the words about it, go. */
@Component
class UnusualEraser implements Erasable {
    private static final int ANY = 52;
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
        return ANY;
    }

    @Override
    public List<HeldCount> plan(Erasure erasure) {
        return List.of(new HeldCount("looks", sql.sql("SELECT count(*) FROM unusual_access WHERE subject = ANY(?)").param(erasure.refArray()).query(Long.class).single()));
    }

    /** The subject becomes one that nobody has and no other line of the account and day has. */
    @Override
    public List<HeldCount> erase(Erasure erasure) {
        List<HeldCount> counts = plan(erasure);
        sql.sql("UPDATE unusual_access_review SET note = 'erased' WHERE access_id IN (SELECT id FROM unusual_access WHERE subject = ANY(?))").param(erasure.refArray()).update();
        sql.sql("UPDATE unusual_access SET subject = 'erased ' || id WHERE subject = ANY(?)").param(erasure.refArray()).update();
        return counts;
    }
}
