package org.earlyhelp.hub.sharing.storage;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.earlyhelp.hub.sharing.seal.KeyRegister;
import org.earlyhelp.hub.sharing.seal.KnownKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the database knows of the log's keys. */
@Repository
public class KeyTable implements KeyRegister {
    private final JdbcClient sql;

    public KeyTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** Of a hub that does not run in this process. */
    public static KeyTable over(DataSource database) {
        return new KeyTable(JdbcClient.create(database));
    }

    @Override
    public List<KnownKey> known() {
        return sql.sql("SELECT kind, number, mark, state FROM sharing_key ORDER BY kind, number").query((row, number) ->
                new KnownKey(KnownKey.Kind.valueOf(row.getString("kind")), row.getInt("number"), row.getString("mark"), KnownKey.State.valueOf(row.getString("state")))).list();
    }

    @Override
    public void add(KnownKey key) {
        sql.sql("INSERT INTO sharing_key (kind, number, mark, state) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(key.kind().name(), key.number(), key.mark(), key.state().name()).update();
    }

    @Override
    public void set(KnownKey.Kind kind, int number, KnownKey.State state) {
        sql.sql("UPDATE sharing_key SET state = ? WHERE kind = ? AND number = ?").params(state.name(), kind.name(), number).update();
    }

    @Override
    public boolean holdsLog() {
        return sql.sql("SELECT EXISTS (SELECT FROM sharing_checkpoint) OR EXISTS (SELECT FROM sharing_leaf) OR EXISTS (SELECT FROM sharing_entry WHERE sealed IS NOT NULL)")
                .query(Boolean.class).single();
    }

    @Override
    public Optional<String> origin() {
        return sql.sql("SELECT origin FROM sharing_checkpoint ORDER BY at DESC, size DESC LIMIT 1").query(String.class).optional();
    }
}
