package org.earlyhelp.hub.intake.storage;

import java.util.List;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.erasure.Erasable;
import org.earlyhelp.hub.sharing.erasure.Erasure;
import org.earlyhelp.hub.sharing.erasure.HeldCount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes records out: whole where they are about nobody else, else the people's mentions and the free text, which nobody can
 * part. Each is marked so that the same record sent again is not taken.
 */
@Component
class IntakeEraser implements Erasable {
    private static final int LAST = 40;
    private final JdbcClient sql;
    private final ErasedRecords erased;
    private final HubClock clock;

    IntakeEraser(JdbcClient sql, ErasedRecords erased, HubClock clock) {
        this.sql = sql;
        this.erased = erased;
        this.clock = clock;
    }

    @Override
    public String room() {
        return "records";
    }

    @Override
    public int order() {
        return LAST;
    }

    @Override
    public List<HeldCount> plan(Erasure erasure) {
        Long[] whole = erasure.wholeRecords();
        Long[] part = erasure.partRecords();
        return List.of(new HeldCount("records that go whole", whole.length), new HeldCount("records of others that lose a mention", part.length),
                new HeldCount("months of attendance marks", sql.sql("SELECT count(*) FROM attendance_month WHERE record_id = ANY(?)").param(whole).query(Long.class).single()),
                new HeldCount("free texts", sql.sql("SELECT count(*) FROM record WHERE id = ANY(?) AND free_text IS NOT NULL")
                        .param(Stream.of(whole, part).flatMap(Stream::of).toArray(Long[]::new)).query(Long.class).single()));
    }

    @Override
    public List<HeldCount> erase(Erasure erasure) {
        List<HeldCount> counts = plan(erasure);
        erased.mark(erased.gone(erasure.wholeRecords()), clock.today());
        erased.mark(erased.gone(erasure.partRecords()), clock.today());
        sql.sql("""
                UPDATE record r SET free_text = NULL, notes = '{}',
                       fact = CASE WHEN EXISTS (SELECT FROM mention m WHERE m.id = ANY(:mentions) AND m.record_id = r.id AND m.role = 'VICTIM')
                                   THEN fact - 'safeContact' ELSE fact END
                 WHERE id = ANY(:part)""").param("part", erasure.partRecords()).param("mentions", erasure.mentions()).update();
        sql.sql("DELETE FROM mention WHERE id = ANY(?)").param(erasure.mentions()).update();
        sql.sql("DELETE FROM record WHERE id = ANY(?)").param(erasure.wholeRecords()).update();
        return counts;
    }
}
