package org.earlyhelp.hub.sharing.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.audit.Decided;
import org.earlyhelp.hub.sharing.audit.FoundEntry;
import org.earlyhelp.hub.sharing.audit.LogFilter;
import org.earlyhelp.hub.sharing.audit.LogFilter.About;
import org.earlyhelp.hub.sharing.audit.LogFilter.Standing;
import org.earlyhelp.hub.sharing.audit.LogPlace;
import org.earlyhelp.hub.sharing.audit.LogSearch.Name;
import org.earlyhelp.hub.sharing.audit.SearchTooWide;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every search over a log of a year goes by an index. Looks at plans, not at the clock. */
class SearchPlanTests {
    private static final int ENTRIES = 150_000;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static DataSource database;
    private static JdbcClient sql;

    @BeforeAll
    static void fillAYear() {
        database = TestDatabase.fresh();
        sql = JdbcClient.create(database);
        fill(sql, ENTRIES, 200);
    }

    /** As many entries as asked, so many seconds apart. */
    static void fill(JdbcClient sql, int entries, int secondsApart) {
        sql.sql("""
                INSERT INTO sharing_entry (id, act, kind, person, recipient, source, purpose, basis, who, channel, standing, level, withheld, commitment, sealed, at)
                SELECT lpad(n::text, 26, '0'), lpad((n / 3)::text, 26, '0'),
                       CASE WHEN n % 5000 = 0 THEN 'REFUSED' WHEN n % 3000 = 0 THEN 'NOT_SHARED' ELSE (ARRAY['RECEIVED', 'MATCHED', 'SENT', 'VIEWED'])[1 + n % 4] END,
                       'P-' || lpad((n * 7919 % 12000)::text, 6, '0'), (ARRAY['hub', 'hub', 'frontdoor.early-help', 'front-door'])[1 + n % 4],
                       (ARRAY['avonford-police', 'avonford-schools', 'avonford-health', 'safe-haven', 'hub'])[1 + n % 5], 'EARLY_HELP',
                       CASE n % 4 WHEN 2 THEN '6(1)(e) 9(2)(g)' WHEN 3 THEN '6(1)(e) 9(2)(h)' END, CASE n % 4 WHEN 3 THEN 'worker.' || n % 97 END,
                       CASE n % 4 WHEN 3 THEN '/families/{ref}' END, CASE WHEN n % 4 < 2 THEN NULL WHEN n % 4000 = 2 THEN 'NO_AGREEMENT_IN_FORCE' ELSE 'IN_FORCE' END,
                       NULL, CASE WHEN n % 400 = 3 THEN 1 ELSE 0 END, sha256(n::text::bytea), repeat('x', 900)::bytea, ?::date + n * ? * interval '1 second'
                FROM generate_series(1, ?::bigint) n""").params(FIRST, secondsApart, entries).update();
        sql.sql("VACUUM ANALYZE sharing_entry").update();
    }

    static Stream<Arguments> searches() {
        LogFilter any = LogFilter.ANY;
        return Stream.of(Arguments.of("all", any),
                Arguments.of("a child", LogFilter.about(List.of(About.always("P-000042")))),
                Arguments.of("a child under two references", LogFilter.about(List.of(About.always("P-000042"), new About("P-000043", at(30), at(60))))),
                Arguments.of("a recipient", new LogFilter(List.of(), "frontdoor.early-help", null, null, null, null, null, null, null, null)),
                Arguments.of("a recipient that never was", new LogFilter(List.of(), "nobody", null, null, null, null, null, null, null, null)),
                Arguments.of("an agency", new LogFilter(List.of(), null, "safe-haven", null, null, null, null, null, null, null)),
                Arguments.of("a basis", new LogFilter(List.of(), null, null, "6(1)(e) 9(2)(h)", null, null, null, null, null, null)),
                Arguments.of("no agreement", new LogFilter(List.of(), null, null, null, Standing.NONE, null, null, null, null, null)),
                Arguments.of("an account", new LogFilter(List.of(), null, null, null, null, "worker.42", null, null, null, null)),
                Arguments.of("a kind", new LogFilter(List.of(), null, null, null, null, null, ActKind.VIEWED, null, null, null)),
                Arguments.of("shared", decided(Decided.SHARED)), Arguments.of("withheld in part", decided(Decided.WITHHELD_IN_PART)),
                Arguments.of("refused", decided(Decided.REFUSED)), Arguments.of("not shared", decided(Decided.NOT_SHARED)),
                Arguments.of("an old day", new LogFilter(List.of(), null, null, null, null, null, null, null, FIRST.plusDays(3), FIRST.plusDays(3))),
                Arguments.of("an agency in an old week", new LogFilter(List.of(), null, "safe-haven", null, null, null, null, null, FIRST, FIRST.plusDays(7))),
                Arguments.of("all at once", new LogFilter(List.of(About.always("P-000042")), "front-door", "hub", "6(1)(e) 9(2)(h)", Standing.IN_FORCE, "worker.1",
                        ActKind.VIEWED, Decided.SHARED, FIRST, FIRST.plusYears(1))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("searches")
    void goesByAnIndex(String what, LogFilter filter) {
        assertThat(plan(filter, null)).as(what).contains("Index").doesNotContain("Seq Scan");
        assertThat(plan(filter, new LogPlace(at(200), 100_000))).as(what + ", a later page").contains("Index").doesNotContain("Seq Scan");
    }

    @Test
    void readsOldDaysWithoutSortingAll() {
        assertThat(plan(LogFilter.ANY, new LogPlace(at(2), 700))).contains("Index Scan Backward using sharing_entry_at").doesNotContain("Sort");
        assertThat(plan(decided(Decided.REFUSED), null)).contains("sharing_entry_kind").doesNotContain("Sort");
    }

    @Test
    void givesEachEntryOnceFromPageToPage() {
        StoredLogSearch search = new StoredLogSearch(new JdbcTemplate(database));
        Set<String> seen = new HashSet<>();
        LogPlace after = null;
        for (List<FoundEntry> page = search.find(decided(Decided.REFUSED), null, 7); !page.isEmpty(); page = search.find(decided(Decided.REFUSED), after, 7)) {
            page.forEach(entry -> assertThat(seen.add(entry.id())).isTrue());
            after = page.get(page.size() - 1).place();
        }

        assertThat(seen).hasSize(ENTRIES / 5000);
    }

    @Test
    void namesAllThereAreStepByStep() {
        StoredLogSearch search = new StoredLogSearch(new JdbcTemplate(database));

        assertThat(search.names(Name.SOURCE)).containsExactly("avonford-health", "avonford-police", "avonford-schools", "hub", "safe-haven");
        assertThat(search.names(Name.BASIS)).containsExactly("6(1)(e) 9(2)(g)", "6(1)(e) 9(2)(h)");
        assertThat(search.names(Name.WHO)).hasSize(97);
        assertThat(explained(StoredLogSearch.NAMES.formatted("recipient"), Map.of("limit", 500))).contains("sharing_entry_recipient").doesNotContain("Seq Scan on sharing_entry");
    }

    @Test
    void givesUpWhatTakesTooLong() {
        JdbcTemplate slow = new JdbcTemplate(database);
        slow.setQueryTimeout(1);

        assertThatThrownBy(() -> StoredLogSearch.answered(() -> slow.queryForList("SELECT pg_sleep(60)"))).isInstanceOf(SearchTooWide.class);
    }

    private static LogFilter decided(Decided decided) {
        return new LogFilter(List.of(), null, null, null, null, null, null, decided, null, null);
    }

    private static Instant at(int day) {
        return FIRST.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String plan(LogFilter filter, LogPlace after) {
        SearchStatement statement = SearchStatement.of(filter, after);
        Map<String, Object> values = new HashMap<>(statement.values());
        values.put("limit", 51);
        return explained(StoredLogSearch.FIND.formatted(statement.where()), values);
    }

    private static String explained(String statement, Map<String, Object> values) {
        return String.join("\n", sql.sql("EXPLAIN (COSTS OFF) " + statement).params(values).query(String.class).list());
    }
}
