package org.earlyhelp.hub.cli.bench.identity;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.earlyhelp.hub.identity.lane.WorkOff;
import org.earlyhelp.hub.identity.storage.StatementStore;
import org.earlyhelp.hub.linkage.LinkageModel;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The same people in a PostgreSQL that keeps what it says: read into the index as a hub does at its start, then new mentions linked by the lane's own writer. */
final class StoredBench {
    private static final int CONNECTIONS = 4;
    private final int people;
    private final int mentions;
    private final Consumer<String> say;

    StoredBench(int people, int mentions, Consumer<String> say) {
        this.people = people;
        this.mentions = mentions;
        this.say = say;
    }

    void run(Path folder) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_wal_size", "2GB").start(); HikariDataSource database = new HikariDataSource()) {
            database.setDataSource(postgres.getPostgresDatabase());
            database.setMaximumPoolSize(CONNECTIONS + 2);
            Flyway.configure().dataSource(database).load().migrate();
            StoredBorough borough = new StoredBorough(postgres.getPostgresDatabase());
            int households = borough.know(people);
            try (IdentityAlone identity = new IdentityAlone(folder, Path.of(System.getProperty("ehub.home", ".")), database)) {
                read(identity, database);
                write(identity, borough, new NewWord(households));
            }
        }
    }

    private void read(IdentityAlone identity, DataSource database) {
        PersonIndex index = new PersonIndex(identity.room(LinkageModel.class));
        Stopwatch watch = new Stopwatch();
        identity.room(TransactionTemplate.class).executeWithoutResult(status -> identity.room(StatementStore.class).fill(index));
        say.accept("index rebuilt from the database, %,d people: %s; %,d bytes a person in its arrays".formatted(index.people(), watch, index.bytes() / index.people()));
        Stopwatch plain = new Stopwatch();
        JdbcClient.create(database).sql("SELECT count(person::text) FROM mention").query(Long.class).single();
        say.accept("  PostgreSQL alone, every mention unpacked:  %.1f s".formatted(plain.seconds()));
    }

    /** The first record alone, as the writer reads everybody before it. */
    private void write(IdentityAlone identity, StoredBorough borough, NewWord words) throws Exception {
        borough.receive(words, 1);
        identity.room(WorkOff.class).run();
        borough.receive(words, mentions);
        Stopwatch watch = new Stopwatch();
        int linked = identity.room(WorkOff.class).run();
        say.accept("new mentions linked and stored by the lane:  %,.0f a second of %,d; people, links, families, events, sharing log"
                .formatted(linked / watch.seconds(), linked));
    }
}
