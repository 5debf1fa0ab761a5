package org.earlyhelp.hub.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.earlyhelp.hub.identity.lane.WorkOff;
import org.earlyhelp.hub.intake.RecordsStored;
import org.earlyhelp.hub.intake.SenderFault;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.Disclosure;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.sharing.Allowance;
import org.earlyhelp.hub.support.TestDatabase;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The identity room on a real database, with records put where intake would put them. */
final class Borough implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-23T08:40:00Z");
    private static DataSource shared;
    final DataSource database;
    final JdbcClient sql;
    final List<Act> acts = new ArrayList<>();
    final List<Object> news = new ArrayList<>();
    private final RecordWriter writer;
    private AnnotationConfigApplicationContext context;

    /** The one database of these tests, emptied. */
    Borough() {
        this(emptied());
    }

    private static synchronized DataSource emptied() {
        if (shared == null) {
            shared = TestDatabase.kept();
        }
        JdbcClient sql = JdbcClient.create(shared);
        sql.sql("TRUNCATE delivery, person, family, identity_event, finding CASCADE").update();
        sql.sql("DROP FUNCTION IF EXISTS refuse() CASCADE").update();
        return shared;
    }

    private Borough(DataSource database) {
        this.database = database;
        this.sql = JdbcClient.create(database);
        this.writer = new RecordWriter(sql);
        start();
    }

    private void start() {
        context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> database, definition -> definition.setDestroyMethodName(""));
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(JdbcClient.class, () -> sql);
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(new DataSourceTransactionManager(database)));
        context.registerBean(HubClock.class, () -> HubClock.of(Clock.fixed(NOW, London.ZONE)));
        context.registerBean(DisclosureDesk.class, () -> new Recorder(acts));
        context.registerBean(Newspaper.class, () -> new Newspaper(news));
        context.scan("org.earlyhelp.hub.identity.storage", "org.earlyhelp.hub.identity.lane");
        context.registerBean("lifecycleProcessor", NothingStarts.class);
        context.refresh();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Stores records as intake does and lets them wait. */
    Borough receive(RecordMaker... records) {
        for (RecordMaker record : records) {
            writer.store(record);
        }
        return this;
    }

    /** Stores records and links everything that waits. */
    Borough link(RecordMaker... records) {
        receive(records);
        bean(WorkOff.class).run();
        return this;
    }

    /** A second hub on the same database. */
    Borough another() {
        return new Borough(database);
    }

    void tell(Object event) {
        context.publishEvent(event);
    }

    /** The hub dies and starts again on the same database. */
    Borough restart() {
        context.close();
        start();
        return this;
    }

    /** The P- reference behind a mention, written {@code sourceRef/ROLE/index}. */
    String person(String place) {
        return one("p.ref", place);
    }

    String family(String place) {
        return one("f.ref", place);
    }

    String match(String place) {
        return one("l.match", place);
    }

    private String one(String column, String place) {
        String[] parts = place.split("/");
        return sql.sql("SELECT " + column + " FROM record r JOIN mention m ON m.record_id = r.id JOIN link l ON l.mention_id = m.id "
                + "JOIN person p ON p.id = l.person_id LEFT JOIN family f ON f.id = p.family_id "
                + "WHERE r.source_ref = ? AND m.role = ? AND m.index = ? ORDER BY r.version DESC LIMIT 1")
                .params(parts[0], parts[1], Integer.valueOf(parts[2])).query(String.class).single();
    }

    /** Families as sets of the places that mention their members: comparable between boroughs. */
    Set<Set<String>> families() {
        return groups("p.family_id");
    }

    /** People as sets of the places that mention them. */
    Set<Set<String>> people() {
        return groups("p.id");
    }

    private Set<Set<String>> groups(String column) {
        Map<Long, Set<String>> groups = new TreeMap<>();
        sql.sql("SELECT " + column + ", r.source_ref || '/' || m.role || '/' || m.index FROM link l JOIN mention m ON m.id = l.mention_id "
                + "JOIN record r ON r.id = m.record_id JOIN person p ON p.id = l.person_id").query(row -> {
                    groups.computeIfAbsent(row.getLong(1), key -> new TreeSet<>()).add(row.getString(2));
                });
        return Set.copyOf(groups.values());
    }

    List<String> findings() {
        return sql.sql("SELECT code FROM finding ORDER BY id").query(String.class).list();
    }

    long count(String table) {
        return sql.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    @Override
    public void close() {
        context.close();
    }

    /** Keeps acts as the sharing room would, in the caller's transaction as far as a list can. */
    record Recorder(List<Act> acts) implements DisclosureDesk {
        @Override
        public <T> Disclosure<T> disclose(DisclosureRequest request, java.util.function.Function<Allowance, T> render) {
            throw new UnsupportedOperationException("identity discloses nothing");
        }

        @Override
        public List<String> note(List<Act> noted) {
            acts.addAll(noted);
            return noted.stream().map(Act::person).toList();
        }
    }

    record Newspaper(List<Object> news) {
        @EventListener
        void on(IdentityChanged changed) {
            news.add(changed);
        }

        @EventListener
        void on(FamiliesTouched touched) {
            news.add(touched);
        }

        @EventListener
        void on(SenderFault fault) {
            news.add(fault);
        }

        @EventListener
        void on(RecordsStored stored) {
            news.add(stored);
        }
    }

    /** The lane starts when a test starts it: by itself it would link between two steps of a test. */
    private static final class NothingStarts extends DefaultLifecycleProcessor {
        @Override
        public void onRefresh() {
            // Nothing is started.
        }
    }
}
