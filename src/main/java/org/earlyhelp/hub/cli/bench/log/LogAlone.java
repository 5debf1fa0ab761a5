package org.earlyhelp.hub.cli.bench.log;

import java.nio.file.Path;
import java.time.Instant;
import javax.sql.DataSource;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The sharing room by itself, its sequencer at work as in the hub. */
public final class LogAlone implements AutoCloseable {
    private static final Instant CLOCK = Instant.parse("2026-11-23T08:40:00Z");
    private final AnnotationConfigApplicationContext rooms = new AnnotationConfigApplicationContext();

    /** Data and keys lie below {@code folder}; {@code home} is where the agreements are. */
    public LogAlone(Path folder, Path home, DataSource database) {
        PlatformTransactionManager transactions = new DataSourceTransactionManager(database);
        rooms.registerBean(DataSource.class, () -> database, bean -> bean.setDestroyMethodName(""));
        rooms.registerBean(HubSettings.class, () -> new HubSettings(folder.resolve("data"), home, folder.resolve("keys"), false));
        rooms.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        rooms.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        rooms.registerBean(PlatformTransactionManager.class, () -> transactions);
        rooms.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        rooms.registerBean(HubClock.class, () -> HubClock.offsetBy(HubClock.offsetTo(CLOCK)));
        rooms.scan("org.earlyhelp.hub.sharing");
        rooms.refresh();
    }

    /** A bean of the room, or of what it leans on. */
    public <T> T room(Class<T> type) {
        return rooms.getBean(type);
    }

    @Override
    public void close() {
        rooms.close();
    }
}
