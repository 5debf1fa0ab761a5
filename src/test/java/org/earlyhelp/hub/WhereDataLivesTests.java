package org.earlyhelp.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page that says where data about people lives knows every column that can hold some. */
class WhereDataLivesTests {
    private static final Pattern COLUMN = Pattern.compile("`([a-z0-9_]+\\.[a-z0-9_]+)`");

    @Test
    void namesEveryColumnOfWordsOrBytes() throws IOException {
        Set<String> columns = Set.copyOf(JdbcClient.create(TestDatabase.fresh()).sql("""
                SELECT c.table_name || '.' || c.column_name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
                 WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.table_name <> 'flyway_schema_history'
                   AND c.data_type IN ('text', 'character varying', 'bytea', 'jsonb', 'json', 'ARRAY')""").query(String.class).list());

        Set<String> named = COLUMN.matcher(Files.readString(Path.of("src/docs/where-data-lives.md"))).results().map((MatchResult it) -> it.group(1)).filter(name -> !name.endsWith(".jsonl")).collect(Collectors.toSet());

        assertThat(columns).as("columns that src/docs/where-data-lives.md does not name").isSubsetOf(named);
        assertThat(named).as("columns named there that are no more").isSubsetOf(columns);
    }
}
