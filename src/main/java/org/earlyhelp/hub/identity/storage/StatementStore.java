package org.earlyhelp.hub.identity.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.earlyhelp.hub.identity.household.Named;
import org.earlyhelp.hub.identity.household.Stamp;
import org.earlyhelp.hub.identity.household.Statement;
import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.person.CanonicalJson;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.Relationship;
import org.earlyhelp.hub.person.Role;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** What linked records say of people: for families and summaries, and once at start for the memory of who is who. */
@Component
@NamedInterface("measured")
public class StatementStore {
    private static final int ROWS_AT_A_TIME = 2_000;
    private static final String MENTIONS = """
            SELECT r.id, r.agency, r.feed, r.source_ref, r.observed_at, m.id AS mention_id, m.role, m.index, m.relationship, m.person, l.person_id
            FROM record r JOIN mention m ON m.record_id = r.id JOIN link l ON l.mention_id = m.id %s ORDER BY r.id, m.role, m.index""";
    private final JdbcClient sql;
    private final JdbcTemplate streaming;

    StatementStore(JdbcClient sql, JdbcTemplate jdbc) {
        this.sql = sql;
        this.streaming = new JdbcTemplate(jdbc.getDataSource());
        this.streaming.setFetchSize(ROWS_AT_A_TIME);
    }

    /** The statements of a database of which no hub runs in this process. */
    public static StatementStore over(DataSource database) {
        return new StatementStore(JdbcClient.create(database), new JdbcTemplate(database));
    }

    /** What the records say, of any version, with everybody linked there. */
    public List<Statement> of(Collection<Long> records) {
        Map<Long, Statement> open = new LinkedHashMap<>();
        Map<Long, List<Named>> named = new LinkedHashMap<>();
        sql.sql("""
                SELECT r.id, r.agency, r.feed, r.source_ref, r.version, r.is_current, r.observed_at,
                       coalesce(r.fact ->> 'missingFrom' = 'CARE', false) AS in_care, m.role, m.relationship, m.person, l.person_id, l.match
                FROM record r JOIN mention m ON m.record_id = r.id JOIN link l ON l.mention_id = m.id
                WHERE r.id = ANY(?) ORDER BY r.id, m.role, m.index""").param(Rows.ids(records)).query(row -> {
                    long id = row.getLong("id");
                    if (!open.containsKey(id)) {
                        open.put(id, statement(row));
                    }
                    named.computeIfAbsent(id, key -> new ArrayList<>()).add(named(row));
                });
        return open.entrySet().stream().map(it -> new Statement(it.getValue().stamp(), it.getValue().current(), it.getValue().inCare(), named.get(it.getKey())))
                .toList();
    }

    /** How a person is described in all records, each distinct description once. */
    public List<Description> descriptions(long person) {
        List<Description> described = new ArrayList<>();
        RecordGatherer gatherer = new RecordGatherer((who, description) -> {
            if (who == person && !described.contains(description)) {
                described.add(description);
            }
        });
        sql.sql(MENTIONS.formatted("WHERE r.id IN (SELECT m2.record_id FROM mention m2 JOIN link l2 ON l2.mention_id = m2.id WHERE l2.person_id = ?)"))
                .param(person).query(gatherer::take);
        gatherer.finish();
        return described;
    }

    /** How every linked mention describes its person, whoever that is. */
    public void forEachDescription(Consumer<Description> taker) {
        RecordGatherer gatherer = new RecordGatherer((who, description) -> taker.accept(description));
        streaming.query(MENTIONS.formatted(""), gatherer::take);
        gatherer.finish();
    }

    /** Fills an empty index with all links, exclusions and seals there are. Streams, so only within a transaction: outside one the driver would hold all rows. */
    public void fill(PersonIndex index) {
        try (IndexFiller filler = new IndexFiller(index)) {
            streaming.query("SELECT " + IndexFiller.COLUMNS + " FROM record r JOIN mention m ON m.record_id = r.id JOIN link l ON l.mention_id = m.id "
                    + "ORDER BY r.id, m.role, m.index", filler);
            filler.finish();
        }
        sql.sql("SELECT person_id, other_id FROM identity_exclusion WHERE person_id < other_id").query(row -> {
            index.keepApart(row.getLong(1), row.getLong(2));
        });
        sql.sql("SELECT id FROM person WHERE sealed").query(row -> {
            index.seal(row.getLong(1));
        });
    }

    private static Statement statement(ResultSet row) throws SQLException {
        String source = row.getString("agency") + "|" + row.getString("feed") + "|" + row.getString("source_ref") + "|" + row.getInt("version");
        return new Statement(new Stamp(row.getObject("observed_at", OffsetDateTime.class).toInstant(), source), row.getBoolean("is_current"),
                row.getBoolean("in_care"), List.of());
    }

    private static Named named(ResultSet row) throws SQLException {
        Mention mention = mention(row, 0);
        String match = row.getString("match");
        return Named.of(row.getLong("person_id"), mention.role(), mention.relationship(), match.equals("CERTAIN") || match.equals("NEW"), mention.person());
    }

    static Mention mention(ResultSet row, int index) throws SQLException {
        String relationship = row.getString("relationship");
        return new Mention(Role.valueOf(row.getString("role")), index, relationship == null ? null : Relationship.valueOf(relationship),
                CanonicalJson.readPerson(row.getString("person")));
    }
}
