package org.earlyhelp.hub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.support.Strangers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an analyst is told when a mapping is wrong: the file, the line, the reason; and that the others go on. */
class MappingFaultsTests {
    private static final String GOOD = """
            id: youth
            version: 1
            title: Youth service
            fact: concern
            format:
              type: csv
              columns: [Ref, Name, Born, Since, Grade]
            reference: "{Ref}"
            needs: [CHILD]
            people:
              - role: CHILD
                fields:
                  surname: {path: Name, class: IDENTITY}
                  dateOfBirth: {path: Born, class: IDENTITY, format: dd/MM/yyyy}
            fields:
              code: {value: YOUTH, class: SAFEGUARDING}
              date: {path: Since, class: SAFEGUARDING}
              grade: {path: Grade, codes: grades, class: SAFEGUARDING}
            codeLists:
              grades: {H: HIGH}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void putSchema() throws IOException {
        Files.createDirectories(folder.resolve("schema"));
        Files.copy(Path.of("mappings", MappingBook.SCHEMA), folder.resolve(MappingBook.SCHEMA));
    }

    private MappingBook bookWith(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return new MappingBook().load(folder);
    }

    @Test
    void takesAGoodMapping() throws IOException {
        assertThat(bookWith("youth.yaml", GOOD).faults()).isEmpty();
    }

    static Stream<Arguments> slips() {
        return Stream.of(
                Arguments.of("path: Name", "path: Nmae", 13, "\"Nmae\" is no column"),
                Arguments.of("dd/MM/yyyy", "dd/MM/yy", 14, "year of four digits"),
                Arguments.of("dd/MM/yyyy", "dd/LL/yyyyTT", 14, "no date format"),
                Arguments.of("codes: grades", "codes: grade", 18, "no code list \"grade\""),
                Arguments.of("class: SAFEGUARDING}\n  grade", "class: SECRET}\n  grade", 17, "fields/date/class"),
                Arguments.of("  code: {value: YOUTH, class: SAFEGUARDING}\n", "", 15, "code"),
                Arguments.of("code: {value", "cod: {value", 15, "cod"),
                Arguments.of("needs: [CHILD]", "needs: [VICTIM]", 9, "no entry of people has the role VICTIM"),
                Arguments.of("role: CHILD", "role: KID", 11, "people/0/role"),
                Arguments.of("{Ref}", "Ref", 8, "in braces"),
                Arguments.of("{Ref}", "{Reff}", 8, "\"Reff\" is no column"),
                Arguments.of("grades: {H: HIGH}", "grades: {H: HIGH}\n  other: {A: B}", 21, "not used"),
                Arguments.of("Grade]", "Grade, Notes]", 7, "\"Notes\" is neither used nor listed under notTaken"),
                Arguments.of("Grade]", "Grade, Ref]", 7, "stands twice"),
                Arguments.of("type: csv", "type: csv\n  charset: UTF-9", 7, "no character set"),
                Arguments.of("id: youth", "id: youths", 1, "the file's name"),
                Arguments.of("fact: concern", "fact: concern\nzone: Europe/Avonford", 5, "no time zone"),
                Arguments.of("path: Since,", "path: Since, notBefore: born,", 17, "no field \"born\""),
                Arguments.of("version: 1", "version: 1\nversion: 2", 3, "stands twice"),
                Arguments.of("title: Youth service", "title: [", 5, "not readable as YAML"),
                Arguments.of("fields:\n      surname", "as: person\n    fields:\n      surname", 12, "no layout \"person\""));
    }

    static Stream<Arguments> slipsOfLayouts() {
        return Stream.of(
                Arguments.of("rent-arrears", "Sex: 54", "Sex: 53-54", "the columns \"Born\" and \"Sex\" overlap"),
                Arguments.of("rent-arrears", "Sex: 54", "Sex: 54-50", "\"54-50\" is no place: it ends before it begins"),
                Arguments.of("rent-arrears", "Sex: 54", "Sex: from 54", "format/columns/Sex"),
                Arguments.of("rent-arrears", "path: Stage", "path: Stag", "\"Stag\" is no column of format.columns"),
                Arguments.of("rent-arrears", "  Balance: What", "  Balanc: What", "\"Balance\" is neither used nor listed under notTaken"),
                Arguments.of("weekly-register", "{dd/MM/yyyy}", "dd/MM/yyyy", "needs one date format in braces"),
                Arguments.of("weekly-register", "{dd/MM/yyyy}", "{dd/MM/yy}", "year of four digits"),
                Arguments.of("weekly-register", "Legal Surname, Family Name", "Legal Surname, UPN", "the column \"UPN\" stands twice"),
                Arguments.of("weekly-register", "characters: 2", "characters: 3-2", "it ends before it begins"),
                Arguments.of("nested-register", "each: attendance.days", "each: attendance/[days]", "is no JSON path"),
                Arguments.of("admissions", "each: ZSG", "each: Z", "is no HL7 path"),
                Arguments.of("youth-justice", "      risk: {\"1\"", "      risks: {\"1\"", "no code list \"risks\" under codeLists in whose place"),
                Arguments.of("youth-justice", "\"3\": HIGH", "\"3\": [HIGH]", "senders"));
    }

    @ParameterizedTest(name = "{3}")
    @MethodSource("slipsOfLayouts")
    void namesTheSlipInALayoutOfAnyKind(String id, String good, String slip, String reason) throws IOException {
        Strangers.putMappings(folder);
        String text = Files.readString(folder.resolve(id + ".yaml"));
        assertThat(text).contains(good);

        List<ConfigFault> faults = bookWith(id + ".yaml", text.replace(good, slip)).faults();

        assertThat(faults).isNotEmpty().allSatisfy(fault -> assertThat(fault.file()).isEqualTo(id + ".yaml")).allSatisfy(fault -> assertThat(fault.line()).isPositive());
        assertThat(faults.toString()).contains(reason);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("slips")
    void namesFileLineAndReason(String good, String slip, int line, String reason) throws IOException {
        assertThat(GOOD).contains(good);
        List<ConfigFault> faults = bookWith("youth.yaml", GOOD.replace(good, slip)).faults();

        assertThat(faults).extracting(ConfigFault::file).containsOnly("youth.yaml");
        assertThat(faults.toString()).contains(reason);
        assertThat(faults).filteredOn(fault -> fault.reason().contains(reason)).extracting(ConfigFault::line).contains(line);
    }

    @Test
    void refusesACodeThatStandsForNothingTheHubKnows() throws IOException {
        String text = Files.readString(Path.of("mappings/missing-children-csv.yaml")).replace("FOUND: RETURNED", "FOUND: RETUNRED");
        assertThat(bookWith("missing-children-csv.yaml", text).faults().toString()).contains("\"RETUNRED\" cannot stand here: expected one of INITIAL");
    }

    @Test
    void listsAllFaultsAtOnce() throws IOException {
        String text = GOOD.replace("path: Name", "path: Nmae").replace("codes: grades", "codes: grade").replace("dd/MM/yyyy", "dd/MM/yy");
        assertThat(bookWith("youth.yaml", text).faults()).extracting(ConfigFault::line).contains(13, 14, 18);
    }

    @Test
    void keepsTheOthersWhenOneIsBroken() throws IOException {
        Files.writeString(folder.resolve("broken.yaml"), "id: broken\n");
        MappingBook book = bookWith("youth.yaml", GOOD);

        assertThat(book.find("youth")).isPresent();
        assertThat(book.find("broken")).isEmpty();
        assertThat(book.faults()).extracting(ConfigFault::file).containsOnly("broken.yaml");
    }

    @Test
    void goesOnWithTheFormerMappingUntilTheNewOneIsGood() throws IOException {
        MappingBook book = bookWith("youth.yaml", GOOD);
        Files.writeString(folder.resolve("youth.yaml"), GOOD.replace("version: 1", "version: 2").replace("{Ref}", "Ref"));
        assertThat(book.load(folder).find("youth").orElseThrow().reference()).isEqualTo("youth@1");

        Files.writeString(folder.resolve("youth.yaml"), GOOD.replace("version: 1", "version: 2"));
        assertThat(book.load(folder).find("youth").orElseThrow().reference()).isEqualTo("youth@2");
        assertThat(book.faults()).isEmpty();
    }

    @Test
    void forgetsAMappingWhoseFileIsGone() throws IOException {
        MappingBook book = bookWith("youth.yaml", GOOD);
        Files.delete(folder.resolve("youth.yaml"));
        assertThat(book.load(folder).all()).isEmpty();
    }
}
