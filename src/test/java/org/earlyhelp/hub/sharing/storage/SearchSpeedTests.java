package org.earlyhelp.hub.sharing.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.audit.Decided;
import org.earlyhelp.hub.sharing.audit.LogFilter;
import org.earlyhelp.hub.sharing.audit.LogFilter.About;
import org.earlyhelp.hub.sharing.audit.LogFilter.Standing;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With a million entries a child's are found at once. Measures, so it wants a quiet machine: {@code -Dhub.speed=true}. */
@EnabledIfSystemProperty(named = "hub.speed", matches = "true")
class SearchSpeedTests {
    private static final int ENTRIES = 1_000_000;
    private static final int REQUESTS = 20;
    private static final long CHILD_LIMIT_MILLIS = 200;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static StoredLogSearch search;

    @BeforeAll
    static void fill() {
        DataSource database = TestDatabase.fresh();
        JdbcClient sql = JdbcClient.create(database);
        SearchPlanTests.fill(sql, ENTRIES, 30);
        search = new StoredLogSearch(new JdbcTemplate(database));
    }

    @Test
    void findsAChildAtOnce() {
        assertThat(slowest("a child", LogFilter.about(List.of(About.always("P-000042"))))).isLessThan(CHILD_LIMIT_MILLIS);
    }

    @Test
    void tellsHowLongOthersTake() {
        slowest("all", LogFilter.ANY);
        slowest("refused", new LogFilter(List.of(), null, null, null, null, null, null, Decided.REFUSED, null, null));
        slowest("no agreement", new LogFilter(List.of(), null, null, null, Standing.NONE, null, null, null, null, null));
        slowest("a recipient's refusals", new LogFilter(List.of(), "front-door", null, null, null, null, null, Decided.REFUSED, null, null));
        slowest("an agency and a basis in an old week", new LogFilter(List.of(), null, "safe-haven", "6(1)(e) 9(2)(g)", null, null, null, null, FIRST, FIRST.plusDays(7)));
        slowest("what never was together", new LogFilter(List.of(), "hub", null, "6(1)(e) 9(2)(h)", null, null, ActKind.VIEWED, null, null, null));
    }

    private static long slowest(String what, LogFilter filter) {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            long start = System.nanoTime();
            search.find(filter, null, 51);
            millis.add((System.nanoTime() - start) / 1_000_000);
        }
        Collections.sort(millis);
        System.out.println(what + ": " + millis.get(REQUESTS / 2) + " ms, slowest " + millis.get(REQUESTS - 1) + " ms");
        return millis.get(REQUESTS * 19 / 20 - 1);
    }
}
