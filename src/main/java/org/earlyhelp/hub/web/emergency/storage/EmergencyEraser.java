package org.earlyhelp.hub.web.emergency.storage;

import java.util.List;
import java.util.stream.Stream;
import org.earlyhelp.hub.sharing.erasure.Erasable;
import org.earlyhelp.hub.sharing.erasure.Erasure;
import org.earlyhelp.hub.sharing.erasure.HeldCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** That somebody opened a page in an emergency stays on record; whose page it was, and the words about it, go. */
@Component
class EmergencyEraser implements Erasable {
    private static final int ANY = 50;
    private static final String ABOUT = "page ~ ANY(?)";
    private final JdbcClient sql;

    EmergencyEraser(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String room() {
        return "emergency access";
    }

    @Override
    public int order() {
        return ANY;
    }

    @Override
    public List<HeldCount> plan(Erasure erasure) {
        return List.of(new HeldCount("pages opened", sql.sql("SELECT count(*) FROM emergency_access WHERE " + ABOUT).param(words(erasure)).query(Long.class).single()));
    }

    @Override
    public List<HeldCount> erase(Erasure erasure) {
        List<HeldCount> counts = plan(erasure);
        sql.sql("UPDATE emergency_access SET page = 'erased', reason = 'erased', remark = CASE WHEN remark IS NULL THEN NULL ELSE 'erased' END WHERE " + ABOUT)
                .param(words(erasure)).update();
        return counts;
    }

    private static String[] words(Erasure erasure) {
        return Stream.of(erasure.refArray()).map(ref -> "\\m" + ref + "\\M").toArray(String[]::new);
    }
}
