package org.earlyhelp.hub.need.storage;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.earlyhelp.hub.need.engine.FamilyFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the facts of every family that stands, some at a time, so that a borough does not have to fit into memory. Writes nothing. */
@Repository
public class FamilyStream {
    /** Families read together. */
    private static final int BATCH = 200;

    private final JdbcClient sql;
    private final FamilyFactsStore facts;

    FamilyStream(JdbcClient sql, FamilyFactsStore facts) {
        this.sql = sql;
        this.facts = facts;
    }

    /** For a database that is at hand without a hub. */
    public static FamilyStream of(DataSource database) {
        JdbcClient sql = JdbcClient.create(database);
        return new FamilyStream(sql, new FamilyFactsStore(sql));
    }

    /** Each family once, in the order of ids; marks from {@code marksSince} on. See {@link FamilyFactsStore#facts}. */
    public void each(LocalDate marksSince, boolean withRegisterEnds, Consumer<FamilyFacts> reader) {
        List<Long> ids = after(0);
        while (!ids.isEmpty()) {
            facts.facts(ids, marksSince, withRegisterEnds).values().forEach(reader);
            ids = after(ids.get(ids.size() - 1));
        }
    }

    /** The one family; empty when it does not stand. */
    public Optional<FamilyFacts> one(long family, LocalDate marksSince, boolean withRegisterEnds) {
        return Optional.ofNullable(facts.facts(List.of(family), marksSince, withRegisterEnds).get(family));
    }

    /** How many families stand. */
    public long count() {
        return sql.sql("SELECT count(*) FROM family WHERE gone_into IS NULL").query(Long.class).single();
    }

    private List<Long> after(long id) {
        return sql.sql("SELECT id FROM family WHERE gone_into IS NULL AND id > ? ORDER BY id LIMIT ?").param(id).param(BATCH).query(Long.class).list();
    }
}
