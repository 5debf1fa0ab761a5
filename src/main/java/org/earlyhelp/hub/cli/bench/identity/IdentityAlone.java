package org.earlyhelp.hub.cli.bench.identity;

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

/** The identity room and the sharing log it writes to, with nobody listening; its lane's thread sleeps. */
final class IdentityAlone implements AutoCloseable {
    private static final Instant CLOCK = Instant.parse("2026-11-23T08:40:00Z");
    private final AnnotationConfigApplicationContext rooms = new AnnotationConfigApplicationContext();

    /** {@code home} is where the agreements lie. */
    IdentityAlone(Path folder, Path home, DataSource database) {
        PlatformTransactionManager transactions = new DataSourceTransactionManager(database);
        rooms.registerBean(DataSource.class, () -> database, bean -> bean.setDestroyMethodName(""));
        rooms.registerBean(HubSettings.class, () -> new HubSettings(folder.resolve("data"), home, folder.resolve("keys"), true));
        rooms.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        rooms.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        rooms.registerBean(PlatformTransactionManager.class, () -> transactions);
        rooms.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        rooms.registerBean(HubClock.class, () -> HubClock.offsetBy(HubClock.offsetTo(CLOCK)));
        rooms.scan("org.earlyhelp.hub.identity.storage", "org.earlyhelp.hub.identity.lane", "org.earlyhelp.hub.sharing");
        rooms.addBeanFactoryPostProcessor(factory -> factory.getBeanDefinition("identityLane").setLazyInit(true));
        rooms.refresh();
    }

    <T> T room(Class<T> type) {
        return rooms.getBean(type);
    }

    @Override
    public void close() {
        rooms.close();
    }
}
