package org.earlyhelp.hub.cli.bench.rules;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.earlyhelp.hub.cli.bench.identity.CopyStream;
import org.earlyhelp.hub.cli.feeds.BoroughReader;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.mapping.MappingTime;
import org.earlyhelp.hub.need.rules.RuleSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts a generated borough where intake and identity would have put it, everybody linked as the truth files say. */
final class TrueBorough {
    private final DataSource database;
    private final Path home;
    private final Path folder;
    private final Instant now;
    private final Map<String, Long> people = new HashMap<>();
    private final Map<String, Long> families = new LinkedHashMap<>();

    TrueBorough(DataSource database, Path home, Path folder, Instant now) {
        this.database = database;
        this.home = home;
        this.folder = folder;
        this.now = now;
    }

    /** Families, people and who is whose parent; returns how many people. */
    int loadPeople() throws IOException, SQLException {
        Map<Long, List<Long>> carers = new HashMap<>();
        Map<Long, List<Long>> children = new HashMap<>();
        try (CopyStream family = new CopyStream(database, "family (id, ref, created_at)");
             CopyStream person = new CopyStream(database, "person (id, ref, created_at, family_id, family_role, summary)")) {
            for (NamedCsvRecord row : rows("residents.csv")) {
                boolean isOutside = row.getField("kind").equals("OUTSIDE");
                long id = people.size() + 1L;
                people.put(row.getField("person"), id);
                Long home = isOutside ? null : familyOf(row.getField("household"), family);
                person.row(id, "P-" + id, now, home, isOutside ? null : row.getField("kind"), "{\"dateOfBirth\":\"" + row.getField("born") + "\"}");
                if (!isOutside) {
                    (row.getField("kind").equals("CHILD") ? children : carers).computeIfAbsent(home, none -> new ArrayList<>()).add(id);
                }
            }
        }
        try (CopyStream kinship = new CopyStream(database, "kinship (child_id, adult_id, relationship, resident, certain)")) {
            for (Map.Entry<Long, List<Long>> home : children.entrySet()) {
                for (long child : home.getValue()) {
                    for (long carer : carers.getOrDefault(home.getKey(), List.of())) {
                        kinship.row(child, carer, "PARENT", true, true);
                    }
                }
            }
        }
        return people.size();
    }

    private long familyOf(String household, CopyStream family) throws SQLException {
        Long known = families.get(household);
        if (known == null) {
            known = families.size() + 1L;
            families.put(household, known);
            family.row(known, "F-" + known, now);
        }
        return known;
    }

    /** Records, mentions, links and marks; returns how many records. */
    long loadRecords() throws IOException, SQLException {
        sql("INSERT INTO delivery (receipt, upload, agency, feed, lane, file_name, bytes, sha256, stage, received_at) "
                + "VALUES ('R', 'U', 'a', 'f', 'lane', 'a', 1, 'x', 'ACCEPTED', '" + now + "')");
        BoroughReader reader = new BoroughReader(home, folder.resolve("feeds"), new MappingTime(now, London.dateOf(now)));
        long records;
        try (RecordTables tables = new RecordTables(database, places())) {
            reader.readNotices(tables::store);
            records = tables.records();
        }
        sql("UPDATE record r SET is_current = true WHERE version = (SELECT max(o.version) FROM record o WHERE o.agency = r.agency AND o.feed = r.feed AND o.source_ref = r.source_ref)");
        sql("ANALYZE");
        return records;
    }

    /** Whose place in a record it is, by the names of the truth files. */
    private Map<String, Long> places() throws IOException {
        Map<String, Long> places = new HashMap<>();
        for (String file : List.of("people.csv", "alleged.csv")) {
            rows(file).forEach(row -> places.put(String.join("|", row.getFields().subList(0, 6)), people.get(row.getField("person"))));
        }
        return places;
    }

    /** The folder's rules as those in force. */
    void bringIntoForce(Path rules) {
        RuleSet set = RuleSet.read(rules).asOptional().orElseThrow();
        JdbcClient client = JdbcClient.create(database);
        int number = client.sql("INSERT INTO rule_set (sha256, rules, seen_at, activated_by, activated_at) VALUES (?, '{}', now(), 'installation', now()) RETURNING number")
                .param(set.sha256()).query(Integer.class).single();
        set.texts().forEach((file, text) -> client.sql("INSERT INTO rule_set_file (number, file, body) VALUES (?, ?, ?)").params(number, file, text).update());
    }

    private void sql(String statement) {
        JdbcClient.create(database).sql(statement).update();
    }

    private List<NamedCsvRecord> rows(String file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(folder.resolve("truth").resolve(file))) {
            return reader.stream().toList();
        }
    }
}
