package org.earlyhelp.hub.cli.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.kernel.StartFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MatchCommandTests {
    private static final String HEADER = "id, first, last ,born,sex\n";
    private static final String PEOPLE = HEADER + """
            a,Amira,Wyldangor,02/04/2019,female
            b,Amira,Wyldangor,02/04/2019,F
            "c,1",Jonas,Pelbaren,30/02/2011,M
            d,Jonas,Pelbaren,30/02/2011,male
            e,Shulis,Torvi,17/09/1984,F
            """;

    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path columns;

    @BeforeEach
    void writeColumns() throws IOException {
        columns = write("columns.yaml", "record: id\nfields:\n  forenames: first\n  surname: last\n  dateOfBirth: {column: born, format: dd/MM/yyyy}\n  sex: sex\n");
    }

    @Test
    void writesPairsAndClusters() throws IOException {
        assertThat(match(write("people.csv", PEOPLE))).isZero();
        assertThat(Files.readString(folder.resolve("pairs.csv"))).matches("left,right,weight,probability\na,b,\\d+\\.\\d{4},0\\.9\\d{5}\n\"c,1\",d,\\d+\\.\\d{4},0\\.9\\d{5}\n");
        assertThat(folder.resolve("clusters.csv")).hasContent("record,cluster\na,a\nb,a\n\"c,1\",\"c,1\"\nd,\"c,1\"\ne,e\n");
        assertThat(out.toString()).contains("5 records, 0 rows left out,", "2 pairs in", "3 clusters in", "MB of memory").doesNotContain("Amira");
    }

    @Test
    void prefixesIdsOfTwoFiles() throws IOException {
        Path left = write("left.csv", HEADER + "1,Amira,Wyldangor,02/04/2019,F\n2,Jonas,Pelbaren,11/05/2011,M\n");
        Path right = write("right.csv", HEADER + "1,Shulis,Torvi,17/09/1984,F\n2,Amira,Wyldangor,02/04/2019,F\n");
        assertThat(match(left, right)).isZero();
        assertThat(Files.readString(folder.resolve("pairs.csv"))).contains("left:1,right:2,").doesNotContain("left:1,left");
        assertThat(Files.readString(folder.resolve("clusters.csv"))).contains("left:1,left:1\n", "right:2,left:1\n", "right:1,right:1\n");
    }

    @Test
    void explainsTwoRecordsWithoutTheirValues() throws IOException {
        assertThat(run(write("people.csv", PEOPLE).toString(), "--columns", columns.toString(), "--explain", "a", "c,1")).isZero();
        assertThat(out.toString()).contains("forename", "different", "Of the two alone: weight -", "In one cluster: no").doesNotContain("Amira", "Jonas", "2019");
    }

    @Test
    void tellsAnUnknownIdToExplain() throws IOException {
        assertThat(run(write("people.csv", PEOPLE).toString(), "--columns", columns.toString(), "--explain", "a", "z")).isEqualTo(2);
        assertThat(err.toString()).contains("no record has the id z");
    }

    @Test
    void refusesMissingFilesAndWrongOptions() throws IOException {
        Path people = write("people.csv", PEOPLE);
        assertThat(match(folder.resolve("none.csv"))).isEqualTo(2);
        assertThat(match(people, people)).isEqualTo(2);
        assertThat(run(people.toString(), "--columns", columns.toString())).isEqualTo(2);
        assertThat(run(people.toString(), "--columns", columns.toString(), "--pairs", people.toString(), "--clusters", folder.resolve("c.csv").toString())).isEqualTo(2);
        assertThat(match(people, "--threshold", "1.5")).isEqualTo(2);
        assertThat(match(people, "--threshold", "NaN")).isEqualTo(2);
        assertThat(match(people, "--min-probability", "-0.1")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no file ", "are the same file", "Say where the results go", "none of those that are read", "--threshold must be 0 to 1, not 1.5.");
        assertThat(folder.resolve("pairs.csv")).doesNotExist();
    }

    @Test
    void takesTheEndsOfTheThresholdToo() throws IOException {
        Path people = write("people.csv", PEOPLE);
        assertThat(match(people, "--threshold", "0")).isZero();
        assertThat(match(people, "--threshold", "1")).isZero();
    }

    @Test
    void namesAllFaultsOfTheColumnsFileAtOnce() throws IOException {
        columns = write("columns.yaml", """
                record: id
                fields:
                  fornames: first
                  surname: family
                  dateOfBirth: {column: born, format: "QQ nonsense"}
                  identifier: []
                threshold: 1
                """);
        assertThat(match(write("people.csv", PEOPLE))).isEqualTo(1);
        assertThat(err.toString()).contains("columns.yaml:3: the field \"fornames\" is not known; expected one of surname, forenames,", "columns.yaml:5: the format is no pattern",
                "columns.yaml:6: the list is empty", "columns.yaml:7: \"threshold\" is not known", "people.csv:1: The header lacks the column \"family\"");
    }

    @Test
    void refusesAColumnsFileThatIsNone() throws IOException {
        columns = write("columns.yaml", "fields: *x\n");
        assertThat(match(write("people.csv", PEOPLE))).isEqualTo(1);
        columns = write("columns.yaml", "nothing: here\n");
        assertThat(match(write("people.csv", PEOPLE))).isEqualTo(1);
        assertThat(err.toString()).contains("columns.yaml:1: not readable as YAML", "expected \"record: \"", "expected \"fields:\"");
    }

    @Test
    void refusesDoubledIdsByLine() throws IOException {
        assertThat(match(write("people.csv", PEOPLE + "a,Kalis,Vidan,01/01/2001,F\n"))).isEqualTo(1);
        assertThat(err.toString()).isEqualToIgnoringNewLines("people.csv:7: The record id stands in line 2 too; expected each once. Nothing was matched.");
        assertThat(folder.resolve("pairs.csv")).doesNotExist();
    }

    @Test
    void refusesFilesWithoutRecords() throws IOException {
        assertThat(match(write("people.csv", ""))).isEqualTo(1);
        assertThat(match(write("people.csv", HEADER))).isEqualTo(1);
        assertThat(err.toString()).contains("people.csv: The file is empty.", "people.csv: no record can be read; expected a header line and at least one record below it.");
    }

    @Test
    void takesASingleRecord() throws IOException {
        assertThat(match(write("people.csv", HEADER + "a,Amira,Wyldangor,02/04/2019,F\n"))).isZero();
        assertThat(folder.resolve("pairs.csv")).hasContent("left,right,weight,probability\n");
        assertThat(folder.resolve("clusters.csv")).hasContent("record,cluster\na,a\n");
    }

    @Test
    void leavesOutRowsThatDoNotFitAndNamesThem() throws IOException {
        assertThat(match(write("people.csv", PEOPLE + "f,Kalis\ng,Kalis,Vidan,01/01/2001,F,more\n,Kalis,Vidan,01/01/2001,F\n"))).isEqualTo(1);
        assertThat(err.toString()).contains("people.csv:7: The row has 2 fields, the header has 5", "people.csv:8: The row has 6 fields", "people.csv:9: The record has no id").doesNotContain("Kalis");
        assertThat(out.toString()).contains("5 records, 3 rows left out");
        assertThat(Files.readAllLines(folder.resolve("clusters.csv"))).hasSize(6);
    }

    @Test
    void refusesWhatIsNotUtf8() throws IOException {
        Path people = Files.write(folder.resolve("people.csv"), (PEOPLE + "z,Zo\u00EB,Vidan,01/01/2001,F\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(match(people)).isEqualTo(1);
        assertThat(err.toString()).contains("people.csv:7: A byte at line 7, column 5 is not UTF-8");
    }

    @Test
    void saysThatResultsCannotBeWritten() throws IOException {
        Path people = write("people.csv", PEOPLE);
        assertThat(run(people.toString(), "--columns", columns.toString(), "--pairs", folder.resolve("no/such/p.csv").toString(), "--clusters", folder.resolve("c.csv").toString()))
                .isEqualTo(3);
        assertThat(err.toString()).contains("The results cannot be written to");
    }

    private int match(Object... filesAndOptions) {
        List<String> arguments = new ArrayList<>();
        for (Object argument : filesAndOptions) {
            arguments.add(argument.toString());
        }
        arguments.addAll(List.of("--columns", columns.toString(), "--pairs", folder.resolve("pairs.csv").toString(), "--clusters", folder.resolve("clusters.csv").toString()));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return new CommandLine(new MatchCommand()).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure instanceof StartFailure ? failure.getMessage() : failure.toString());
                    return 3;
                }).execute(arguments);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
