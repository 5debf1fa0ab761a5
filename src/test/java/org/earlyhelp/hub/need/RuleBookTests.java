package org.earlyhelp.hub.need;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.need.rules.NeedRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookTests {
    @TempDir
    private Path folder;
    private final RuleBook book = new RuleBook();

    @BeforeEach
    void copyShippedRules() {
        RulesFolder.copiedTo(folder);
    }

    @Test
    void readsWhatIsShippedWithoutFault() {
        assertThat(book.load(folder).faults()).isEmpty();
        assertThat(book.rules().orElseThrow().needs()).filteredOn(rule -> !rule.on()).extracting(NeedRule::id)
                .containsExactly("SUDDEN_ABSENCE", "OFF_ROLL", "UNBORN_CONCERN", "REVIEW_OVERDUE");
    }

    @Test
    void tellsOtherRoomsTitlesAndSchoolDays() {
        assertThat(book.isSchoolDay(LocalDate.of(2026, 11, 23))).isFalse();
        book.load(folder);

        assertThat(book.isSchoolDay(LocalDate.of(2026, 11, 23))).isTrue();
        assertThat(List.of("MISSING", "DA_MARAC", "two-agencies", "GONE")).extracting(book::titleOf).containsExactly("Reported missing",
                "Domestic abuse referred to MARAC", "Needs of two different groups, one reported by one agency, one by another", "GONE");
    }

    /** What is changed in which file, on which line the fault is found, and a word of the reason. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "needs.yaml | within-days: 90} | within-days: ninety} | 1 | integer",
        "needs.yaml | group: missing | groups: missing | 0 | group",
        "needs.yaml | fact: missing-episode, within-days: 90 | fact: missing-child, within-days: 90 | 1 | enumeration",
        "needs.yaml | SAFE_FROM_ABUSE_AND_EXPLOITATION | BE_SAFE | 1 | enumeration",
        "needs.yaml | codes: [PARENTAL_SUBSTANCE_MISUSE] | codes: [PARENTAL_SUBSTANCE_USE] | 1 | not in concerns.yaml",
        "needs.yaml | id: EXPLOITATION_RISK | id: MISSING | 1 | stands twice",
        "needs.yaml | Reported missing {times} in | Reported missing {often} in | 1 | no place",
        "needs.yaml | stands-alone: [SEVERE] | stands-alone: [WORSE] | 1 | no grade WORSE",
        "needs.yaml | codes: [G, N, O, U] | codes: [G, N, O, UU] | 0 | no attendance code",
        "needs.yaml | now: 2026-11-23T08:40:00Z | now: yesterday | 0 | a moment that there is not",
        "needs.yaml | born: 2012-05-01 | born: 2012-02-31 | 0 | a day or a moment",
        "needs.yaml | riskGrade: LOW | riskGrade: TINY | 0 | example's fact",
        "needs.yaml | holds-when: {fact: missing-episode, within-days: 90} | holds-when: {none: [{fact: missing-episode, within-days: 90}]} | 1 | no fact need stand behind",
        "needs.yaml | holds-when: {fact: missing-episode, within-days: 90} | holds-when: {fact: missing-episode, within-weeks: 90} | 1 | within-weeks",
        "needs.yaml | holds-when: {fact: missing-episode, within-days: 90} | holds-when: {all: [{any: [{all: [{any: [{fact: missing-episode, within-days: 90}]}]}]}]} | 1 | 3 deep",
        "needs.yaml | holds-when: {fact: missing-episode, within-days: 90} | holds-when: {all: [{fact: age, from-years: 9, under-years: 5}, {fact: missing-episode, within-days: 90}]} | 1 | less than under-years",
        "needs.yaml | group: missing | {group: missing | 0 | YAML",
        "needs.yaml | group: school | supersedes: [GONE]\\n    group: school | 0 | no rule GONE",
        "needs.yaml | group: school | supersedes: [MISSING]\\n    group: school | 0 | another group",
        "needs.yaml | group: school | supersedes: [SCHOOL_ABSENCE]\\n    group: school | 0 | supersede each other",
        "alerts.yaml | holds-when: stands-alone | holds-when: {needs: [GONE]} | 1 | no need GONE",
        "alerts.yaml | holds-when: stands-alone | holds-when: {any: [stands-alone, {at-level: 5}]} | 1 | maximum",
        "alerts.yaml | holds-when: {at-level: 3} | holds-when: {all: [{at-level: 4}, stands-alone]} | 0 | level 4",
        "alerts.yaml | serves: [SAFE | serve: [SAFE | 0 | serves",
        "levels.yaml | level-3-from-groups: 3 | level-3-from-groups: 1 | 1 | more groups",
        "levels.yaml | id: DA_HIGH | id: DA_WORST | 1 | enumeration",
        "alerts.yaml | queue: frontdoor.first-contact | queue: frontdoor.early-help | 1 | level 4",
        "alerts.yaml | DIRECT_REFERRAL, EARLY_HELP_ASSESSMENT | EARLY_HELP_ASSESSMENT, DIRECT_REFERRAL | 1 | last pathway",
        "localities.yaml | id: harbour | id: withheld | 1 | word of the hub",
        "localities.yaml | ZZ99 3, | ZZ99 2, | 1 | two localities",
        "school-calendar.yaml | to: 2026-10-23 | to: 2026-08-23 | 1 | ends before",
        "school-calendar.yaml | to: 2026-10-23 | to: 2026-02-30 | 1 | no such day"})
    void namesFileLineAndReasonOfAFault(String file, String right, String wrong, int onTheLine, String reason) throws IOException {
        int line = change(file, right, wrong.replace("\\n", "\n"));

        List<ConfigFault> faults = book.load(folder).faults();

        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.file()).isEqualTo(file);
            assertThat(fault.reason()).contains(reason);
            assertThat(fault.line()).isPositive();
            assertThat(Math.abs(fault.line() - line)).as("lines apart").isLessThanOrEqualTo(onTheLine == 1 ? 0 : 20);
        });
        assertThat(book.rules()).isEmpty();
    }

    @Test
    void listsTheFaultsOfAllFilesAtOnce() throws IOException {
        change("needs.yaml", "group: missing", "groups: missing");
        change("concerns.yaml", "code: HOUSING_AT_RISK", "code: housing");

        assertThat(book.load(folder).faults()).extracting(ConfigFault::file).contains("needs.yaml", "concerns.yaml");
    }

    @Test
    void keepsTheLastGoodFormOfABrokenFileAndRenewsTheOthers() throws IOException {
        book.load(folder);
        change("needs.yaml", "group: missing", "groups: missing");
        change("localities.yaml", "ZZ99 9]", "ZZ99 9, ZZ98 1]");

        assertThat(book.load(folder).faults()).isNotEmpty();
        assertThat(book.rules().orElseThrow().localities().of("ZZ98 1AA")).isEqualTo("westbrook");
        assertThat(book.rules().orElseThrow().need("MISSING")).isPresent();
    }

    @Test
    void keepsAllFilesWhenTheyDoNotFitTogether() throws IOException {
        book.load(folder);
        change("concerns.yaml", "code: PARENTAL_SUBSTANCE_MISUSE", "code: PARENTAL_MISUSE");

        assertThat(book.load(folder).faults()).extracting(ConfigFault::reason).containsExactly("the concern PARENTAL_SUBSTANCE_MISUSE is not in concerns.yaml");
        assertThat(book.rules().orElseThrow().concerns()).containsKey("PARENTAL_SUBSTANCE_MISUSE");
    }

    @Test
    void makesANeedOfAnotherConcernByOneEntry() throws IOException {
        Files.writeString(folder.resolve("needs.yaml"), Files.readString(folder.resolve("needs.yaml")) + """

                  - id: HOUSING
                    version: 1
                    title: The family may lose its home
                    group: housing
                    outcome: MENTAL_AND_PHYSICAL_HEALTH
                    holds-when: {fact: concern, codes: [HOUSING_AT_RISK], within-days: 180}
                    says: "The housing service fears that the family loses its home"
                    examples:
                      - title: an open concern
                        now: 2026-11-23T08:40:00Z
                        given: [{ref: A, fact: {fact: CONCERN, code: HOUSING_AT_RISK, date: 2026-10-02, status: OPEN}}]
                        expect: {}
                """);

        assertThat(book.load(folder).faults()).isEmpty();
        assertThat(book.rules().orElseThrow().need("HOUSING")).isPresent();
    }

    /** Changes the first place and returns its line. */
    private int change(String file, String right, String wrong) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        int at = text.indexOf(right);
        assertThat(at).as("place to change").isPositive();
        Files.writeString(path, text.substring(0, at) + wrong + text.substring(at + right.length()));
        return (int) text.substring(0, at).lines().count() + (text.charAt(at - 1) == '\n' ? 1 : 0);
    }
}
