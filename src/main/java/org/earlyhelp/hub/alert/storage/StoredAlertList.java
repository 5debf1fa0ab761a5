package org.earlyhelp.hub.alert.storage;

import static org.earlyhelp.hub.alert.storage.Stamps.stamp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.alert.AlertFilter;
import org.earlyhelp.hub.alert.AlertList;
import org.earlyhelp.hub.alert.ListedAlert;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds open alerts by an index that holds all a filter asks for; only the rows of one page are read whole. Whether a
 * place is hidden is asked of the people as they stand now.
 */
@Repository
public class StoredAlertList implements AlertList {
    private static final String WITHHELD = "withheld";
    private static final String HIDDEN = """
            WITH hidden AS MATERIALIZED (
                SELECT a.id FROM person p JOIN alert a ON a.family_id = p.family_id WHERE p.place_hidden AND a.status IN ('RAISED', 'ACKNOWLEDGED')
                UNION SELECT a.id FROM person p JOIN alert a ON a.children @> to_jsonb(p.ref)
                    WHERE p.place_hidden AND a.status IN ('RAISED', 'ACKNOWLEDGED')
                UNION SELECT a.id FROM alert a WHERE a.locality = 'withheld' AND a.status IN ('RAISED', 'ACKNOWLEDGED'))
            """;
    private static final String IS_HIDDEN = "EXISTS (SELECT FROM hidden h WHERE h.id = a.id)";
    private static final String OWNED = "d.alert_ref = a.ref AND d.action IN ('ACKNOWLEDGED', 'OUTCOME')";
    private static final String PAGE = """
            SELECT a.*, f.ref AS family_ref, o.by_whom, o.alert_version AS owned_version, l.version AS seen_version, v.at AS news_at,
                   a.locality = 'withheld' OR EXISTS (SELECT FROM person p WHERE p.place_hidden AND p.family_id = a.family_id)
                       OR EXISTS (SELECT FROM person p WHERE p.place_hidden AND p.ref IN (SELECT jsonb_array_elements_text(a.children))) AS hidden
            FROM (SELECT a.id FROM alert a WHERE %s ORDER BY a.due_at, a.id LIMIT :limit OFFSET :offset) page
            JOIN alert a ON a.id = page.id JOIN family f ON f.id = a.family_id
            LEFT JOIN alert_look l ON l.alert_ref = a.ref AND l.account = :account
            LEFT JOIN LATERAL (SELECT d.by_whom, d.alert_version FROM decision d WHERE d.alert_ref = a.ref AND d.action IN ('ACKNOWLEDGED', 'OUTCOME')
                ORDER BY d.received_at DESC, d.id DESC LIMIT 1) o ON true
            LEFT JOIN LATERAL (SELECT v.at FROM alert_version v WHERE v.alert_id = a.id AND v.event IN ('RAISED', 'NEW_EVIDENCE', 'CHILDREN_CHANGED')
                ORDER BY v.ordinal DESC LIMIT 1) v ON true
            ORDER BY a.due_at, a.id
            """;
    private static final String COUNT = """
            SELECT count(*), count(*) FILTER (WHERE a.due_at < :now), count(*) FILTER (WHERE a.due_at >= :now AND a.due_at < :soon)
            FROM alert a WHERE %s
            """;
    private final JdbcClient sql;

    public StoredAlertList(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Page find(AlertFilter filter, String account, int offset, int limit, Instant now, Instant soon) {
        Map<String, Object> values = values(filter, account);
        String with = asksForPlaces(filter) ? HIDDEN : "";
        String where = where(filter);
        List<ListedAlert> alerts = sql.sql(with + PAGE.formatted(where)).params(values).param("account", account).param("limit", limit).param("offset", offset)
                .query(StoredAlertList::listed).list();
        return sql.sql(with + COUNT.formatted(where)).params(values).param("now", stamp(now)).param("soon", stamp(soon))
                .query((row, i) -> new Page(alerts, row.getLong(1), row.getLong(2), row.getLong(3))).single();
    }

    private static boolean asksForPlaces(AlertFilter filter) {
        return filter.locality() != null || filter.specialist();
    }

    private static String where(AlertFilter filter) {
        List<String> tests = new ArrayList<>(List.of("a.status IN ('RAISED', 'ACKNOWLEDGED')"));
        addIf(tests, filter.queue() != null, "a.queue = :queue");
        addIf(tests, filter.level() != null, "a.level = :level");
        addIf(tests, filter.state() != null, "a.status = :state");
        addIf(tests, filter.agency() != null, "jsonb_exists(a.agencies, :agency)");
        addIf(tests, filter.specialist(), "NOT " + IS_HIDDEN);
        addIf(tests, WITHHELD.equals(filter.locality()), IS_HIDDEN);
        addIf(tests, filter.locality() != null && !WITHHELD.equals(filter.locality()), "a.locality = :locality AND NOT " + IS_HIDDEN);
        addIf(tests, filter.newSince() != null,
                "a.id IN (SELECT v.alert_id FROM alert_version v WHERE v.at >= :since AND v.event IN ('RAISED', 'NEW_EVIDENCE', 'CHILDREN_CHANGED'))");
        if (filter.owner() != null) {
            tests.add(owned(filter.owner()));
        }
        return String.join(" AND ", tests);
    }

    private static String owned(AlertFilter.Owner owner) {
        String mine = "a.ref IN (SELECT d.alert_ref FROM decision d WHERE d.by_whom = :account AND d.action IN ('ACKNOWLEDGED', 'OUTCOME') AND NOT EXISTS ("
                + "SELECT FROM decision n WHERE n.alert_ref = d.alert_ref AND n.action IN ('ACKNOWLEDGED', 'OUTCOME') AND n.received_at > d.received_at))";
        String anybodys = "EXISTS (SELECT FROM decision d WHERE " + OWNED + ")";
        return switch (owner) {
            case ME -> mine;
            case OTHERS -> anybodys + " AND NOT " + mine;
            case NOBODY -> "NOT " + anybodys;
        };
    }

    private static void addIf(List<String> tests, boolean asked, String test) {
        if (asked) {
            tests.add(test);
        }
    }

    private static Map<String, Object> values(AlertFilter filter, String account) {
        Map<String, Object> values = new HashMap<>();
        values.put("queue", filter.queue() == null ? null : filter.queue().queueName());
        values.put("level", filter.level());
        values.put("locality", filter.locality());
        values.put("state", filter.state() == null ? null : filter.state().name());
        values.put("agency", filter.agency());
        values.put("since", filter.newSince() == null ? null : stamp(filter.newSince()));
        values.put("account", account);
        return values;
    }

    private static ListedAlert listed(ResultSet row, int index) throws SQLException {
        return new ListedAlert(AlertStore.alert(row, index), row.getBoolean("hidden"), row.getString("by_whom"),
                row.getObject("owned_version", Integer.class), row.getObject("seen_version", Integer.class), Stamps.instant(row, "news_at"));
    }
}
