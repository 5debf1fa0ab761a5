package org.earlyhelp.hub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.person.Mention;
import org.earlyhelp.hub.person.Notice;
import org.earlyhelp.hub.support.Strangers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layouts that nobody foresaw, each told to the hub by its mapping alone. */
class StrangersTests {
    @TempDir
    private static Path folder;
    private static MappingBook book;

    @BeforeAll
    static void load() throws IOException {
        Files.createDirectories(folder.resolve("schema"));
        Files.copy(Path.of("mappings", MappingBook.SCHEMA), folder.resolve(MappingBook.SCHEMA));
        Strangers.putMappings(folder);
        book = new MappingBook().load(folder);
    }

    static List<Strangers.Case> cases() {
        return Strangers.cases();
    }

    static List<String> mappings() {
        return Strangers.mappings();
    }

    @Test
    void haveMappingsWithoutFault() {
        assertThat(book.faults()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void getWhatTheirFilesDeserve(Strangers.Case sent) throws IOException {
        Mapping mapping = book.find(sent.mapping()).orElseThrow().forSender(sent.agency());

        assertThat(told(MappingTrial.of(mapping, Files.readAllBytes(sent.file()), Try.TIME))).isEqualTo(sent.expected());
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void findASampleThatTheHubTakes(String id) {
        Mapping mapping = book.find(id).orElseThrow();
        MappingSample sample = MappingSample.madeUp(mapping).or(() -> MappingSample.read(folder, mapping)).orElseThrow();

        MappingTrial trial = MappingTrial.of(mapping, sample.content(), Try.TIME);
        assertThat(trial.faults()).as(new String(sample.content(), mapping.format().charset())).isEmpty();
        assertThat(trial.accepted()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void findEveryFieldOnTheirHelpPage(String id) {
        Mapping mapping = book.find(id).orElseThrow();
        String page = HelpText.of(mapping);

        assertThat(page).doesNotContain("null");
        assertThat(mapping.fields()).allSatisfy(field -> assertThat(page).contains(field.senderName()));
    }

    private static List<String> told(MappingTrial trial) {
        List<String> lines = new ArrayList<>();
        boolean nothing = trial.fileRefused() || trial.records() > 0 && trial.accepted() == 0;
        lines.add(nothing ? "REJECTED" : trial.rejected() > 0 ? "PARTIAL" : "ACCEPTED");
        trial.faults().forEach(fault -> lines.add(fault.severity() + " " + fault.at().line() + " " + fault.field() + " " + fault.code()));
        trial.notices().forEach(notice -> lines.add(told(notice)));
        return lines;
    }

    private static String told(Notice notice) {
        return notice.sourceRef() + " " + notice.fact() + " " + notice.mentions().stream().map(StrangersTests::told).collect(Collectors.joining(" "));
    }

    private static String told(Mention mention) {
        return Stream.of(mention.role(), mention.person().surname(), mention.person().forenames(), mention.person().dateOfBirth())
                .filter(Objects::nonNull).map(Object::toString).collect(Collectors.joining(" "));
    }
}
