package org.earlyhelp.hub.identity.storage;

import java.util.HashMap;
import java.util.Map;
import org.earlyhelp.hub.identity.ProtectedPeople;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads who is protected. */
@Repository
class StoredProtectedPeople implements ProtectedPeople {
    private final JdbcClient sql;

    StoredProtectedPeople(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Map<String, Protection> all() {
        Map<String, Protection> people = new HashMap<>();
        sql.sql("SELECT ref, place_hidden, sealed FROM person WHERE place_hidden OR sealed").query(row -> {
            people.put(row.getString("ref"), new Protection(row.getBoolean("place_hidden"), row.getBoolean("sealed")));
        });
        return people;
    }
}
