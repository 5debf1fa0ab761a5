package org.earlyhelp.hub.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.earlyhelp.hub.cli.why.WhyVerb;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ehub why} beside a running hub that holds one family in need and one that is well. */
class WhyJourneyTests {
    private static final String[] MANAGER = {"--as", "m.manager", "--reason", "asked by the school"};
    @TempDir
    private static Path folder;
    private static ErasureDay day;

    @BeforeAll
    static void twoFamilies() {
        day = new ErasureDay(folder);
        day.play();
        day.drop("avonford-schools", "school-attendance", "well.csv", ErasureDay.attendance("19/11/2026").lines().findFirst().orElseThrow()
                + "\n9994001,999103,K999400120012,Adeyemi,Temi,,05/03/2014,F,7,2 Quay Street,Avonford,ZZ99 4AA,Adeyemi,Bola,01632 960802,19/11/2026,/,\\\n");
    }

    @AfterAll
    static void stop() {
        day.close();
    }

    @Test
    void tellsAFileByReceiptAndByName() {
        String receipt = text("SELECT receipt FROM delivery WHERE file_name = 'well.csv'");

        WhyVerb byReceipt = ask(receipt);
        assertThat(byReceipt.out()).contains("Received from avonford-schools/school-attendance", "Decided: ACCEPTED, 1 accepted", "The receipt was written", "1 record stands", "No alert rests on them");
        assertThat(ask("avonford-schools/school-attendance/well.csv").out()).isEqualTo(byReceipt.out());
    }

    @Test
    void tellsWhyAWellFamilyHasNoAlert() {
        String family = text("SELECT f.ref FROM family f JOIN person p ON p.family_id = f.id JOIN link l ON l.person_id = p.id JOIN mention m ON m.id = l.mention_id WHERE m.person ->> 'forenames' ILIKE 'temi' LIMIT 1");

        WhyVerb why = ask(family, MANAGER);

        assertThat(why.code()).isZero();
        assertThat(why.out()).contains("it is at level 1. No need holds.", "Rule first-contact@1 for frontdoor.first-contact does not hold. It asks for this, and it is not so: The family is at level 4.",
                "No alert rule holds, so no alert is raised.");
    }

    @Test
    void tellsAnAlertFromItsRuleToItsQueue() {
        String alert = text("SELECT ref FROM alert WHERE queue = 'frontdoor.first-contact' LIMIT 1");

        assertThat(ask(alert, MANAGER).out()).contains("Raised for frontdoor.first-contact by first-contact@1", "earlyhelp.alert.raised.v1 was on frontdoor.first-contact.",
                "It rests on avonford-police/domestic-abuse/", ", avonford-police/missing-children/");
    }

    @Test
    void tellsARecordWithWhomItIsAboutAndWhatCameOfIt() {
        String record = text("SELECT agency || '/' || feed || '/' || ref || '@' || version FROM record WHERE feed = 'missing-children'");

        assertThat(ask(record, MANAGER).out()).contains("Taken from R-", "CHILD 0 is " + day.mirelle(), "Alerts that rest on it: A-2026-", "is open on frontdoor.first-contact");
    }

    @Test
    void namesNobodyAndKeepsWhoAsked() {
        long before = day.count("SELECT count(*) FROM sharing_entry WHERE kind = 'VIEWED'");

        JsonNode told = JsonMapper.shared().readTree(ask(day.mirelle(), "--json", "--as", "m.manager", "--reason", "asked by the school").out());

        assertThat(told.path("people").get(0).asString()).isEqualTo(day.mirelle());
        assertThat(told.toString()).contains("Need MISSING began.");
        assertThat(ErasureDay.HERS).noneMatch(told.toString().toLowerCase(Locale.ROOT)::contains);
        assertThat(day.count("SELECT count(*) FROM sharing_entry WHERE kind = 'VIEWED'")).isEqualTo(before + 1);
        assertThat(text("SELECT person FROM sharing_entry WHERE kind = 'VIEWED' ORDER BY ordinal DESC LIMIT 1")).isEqualTo(day.mirelle());
    }

    @Test
    void asksWhoAndWhyForPeopleAndKnowsNothingOfOthers() {
        assertThat(ask(day.mirelle()).code()).isEqualTo(2);
        assertThat(ask("Mirelle Zelenka").code()).isEqualTo(2);
        assertThat(ask("P-AAAAAA", MANAGER).code()).isEqualTo(1);
        assertThat(ask("R-20260101-AAAAAA").out()).contains("knows nothing by that reference");
        assertThat(ask("A-2026-999999", MANAGER).code()).isEqualTo(1);
    }

    private static WhyVerb ask(String ref, String... more) {
        String[] arguments = new String[more.length + 1];
        arguments[0] = ref;
        System.arraycopy(more, 0, arguments, 1, more.length);
        WhyVerb said = WhyVerb.ask(day.environment, arguments);
        assertThat(said.code()).as(said.problem()).isNotEqualTo(3);
        return said;
    }

    private static String text(String query) {
        return day.sql().sql(query).query(String.class).single();
    }
}
