package org.earlyhelp.hub.cli.torture.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.earlyhelp.hub.cli.outside.HubFolder;
import org.earlyhelp.hub.cli.outside.HubLaunch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of the fault matrix that share one hub; all rows are run by {@code ehub torture --matrix}. */
class FaultMatrixTests {
    private static final int FAULTS = 68;
    @TempDir
    private Path root;
    private final List<String> said = new ArrayList<>();

    @Test
    void everyQuickRowPasses() throws IOException {
        boolean kept = new MatrixRun(HubLaunch.likeThisProcess(), new HubFolder(root), said::add, folder -> List.of(), folder -> List.of()).run(Set.of(), true);

        assertThat(kept).as("%s", String.join(System.lineSeparator(), said)).isTrue();
        assertThat(said).noneMatch(line -> line.contains("FAIL"));
    }

    @Test
    void hasARowForEveryFault() {
        assertThat(MatrixRun.ids()).doesNotHaveDuplicates().containsAll(IntStream.rangeClosed(1, FAULTS).mapToObj(number -> "F" + number).toList());
    }

    @Test
    void namesOnlyTestsThatThereAre() throws IOException {
        for (String test : MatrixRun.tests()) {
            String type = test.substring(0, test.indexOf('.'));
            try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
                List<Path> found = files.filter(file -> file.endsWith(type + ".java")).toList();
                assertThat(found).as(test).hasSize(1);
                assertThat(Files.readString(found.get(0))).as(test).contains("void " + test.substring(type.length() + 1) + "(");
            }
        }
    }

    @Test
    void aRowThatCannotBeInjectedIsNoPass() throws IOException {
        boolean kept = new MatrixRun(HubLaunch.likeThisProcess(), new HubFolder(root), said::add, folder -> List.of(), folder -> List.of()).run(Set.of("F47"), true);

        assertThat(kept).isTrue();
        assertThat(said.get(0)).startsWith("0 of 1 rows were injected here and pass, 0 are shown by tests of every build, 1 cannot be injected here:");
    }
}
