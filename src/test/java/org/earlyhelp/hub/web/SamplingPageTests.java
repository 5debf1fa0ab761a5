package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplingPageTests extends SharingLogTest {
    private static final String PAGE = "/sharing/sampling";

    @Test
    void drawsDisclosuresAndRefusalsOfTheMonthOnly() {
        List<String> october = entries(20);
        log.look("a", "P-AAAAAA").at("2026-11-01T00:00:00Z").write();
        log.look("a", "P-AAAAAA").with("kind", "RECEIVED").at("2026-10-10T10:00:00Z").write();

        String sample = drawn(5);

        List<String> entries = sql.sql("SELECT entry FROM sharing_sample_entry").query(String.class).list();
        assertThat(entries).hasSize(5).isSubsetOf(october);
        assertThat(page(sample)).contains("20 disclosures and refusals");
    }

    @Test
    void drawsTheSameAgainFromTheSeed() {
        entries(50);
        String sample = drawn(10);
        log.look("late", "P-AAAAAA").at("2026-10-31T23:00:00Z").write();

        assertThat(page(sample + "/report")).contains("Drawn again from the seed just now: the same entries");
        sql.sql("DELETE FROM sharing_entry WHERE id = (SELECT entry FROM sharing_sample_entry LIMIT 1)").update();
        assertThat(page(sample + "/report")).contains("it gives other entries");
    }

    @Test
    void drawsOtherEntriesEachTime() {
        entries(200);
        drawn(20);
        drawn(20);

        assertThat(new HashSet<>(sql.sql("SELECT entry FROM sharing_sample_entry").query(String.class).list())).hasSizeGreaterThan(25);
    }

    @Test
    void isJudgedOneByOneAndSignedByASecondPerson() {
        entries(2);
        String sample = drawn(2);
        assertThat(judge(sample, 1, "JUSTIFIED", "").headers().firstValue("Location").orElse("")).endsWith(sample + "/2");
        assertThat(judge(sample, 2, "QUERY", "Which caller was it?").headers().firstValue("Location").orElse("")).endsWith(sample + "/2");
        assertThat(sign(sample).body()).contains("Every entry must be judged");
        judge(sample, 2, "NOT_JUSTIFIED", "No caller is known");
        assertThat(sign(sample).body()).contains("a second person signs it");
        assertThat(page(sample)).doesNotContain("Sign the sample").contains("a second person signs it");

        sql.sql("UPDATE sharing_sample SET drawn_by = 'other.officer'").update();
        sql.sql("UPDATE sharing_sample_judgement SET by_whom = 'other.officer'").update();
        assertThat(page(sample)).contains("Sign the sample");
        assertThat(sign(sample).statusCode()).isEqualTo(302);

        assertThat(page(sample + "/report")).contains("ig, 23 November 2026, 08:40: Looked right").contains("No caller is known").doesNotContain("<form method=\"post\" action=\"/sharing");
        assertThat(judge(sample, 1, "QUERY", "Again").statusCode()).isEqualTo(409);
        assertThat(sign(sample).body()).contains("It is signed already");
        assertThat(page(sample + "/2")).contains("Which caller was it?").contains("nothing changes any more");
    }

    @ParameterizedTest
    @CsvSource({"2026-10,0", "2026-10,201", "2026-10,x", "2019-01,5", "x,5", "2026-09,5", "'',''"})
    void drawsNothingForWhatMakesNoSense(String month, String size) {
        entries(2);

        assertThat(ig().post(PAGE, PAGE, Map.of("month", month, "size", size)).statusCode()).isEqualTo(400);
        assertThat(sql.sql("SELECT count(*) FROM sharing_sample").query(Long.class).single()).isZero();
    }

    @Test
    void judgesNothingForWhatMakesNoSense() {
        entries(2);
        String sample = drawn(2);

        assertThat(judge(sample, 1, "", "x").body()).contains("Choose what you found");
        assertThat(judge(sample, 1, "QUERY", " ").body()).contains("Say why in a note");
        assertThat(ig().get(sample + "/3").statusCode()).isEqualTo(404);
        assertThat(ig().post(sample, sample + "/3", Map.of("verdict", "JUSTIFIED")).statusCode()).isEqualTo(409);
        assertThat(ig().get(PAGE + "/999999").statusCode()).isEqualTo(404);
    }

    private List<String> entries(int count) {
        return IntStream.range(0, count).mapToObj(i -> log.look("a", "P-AAAAAA").at("2026-10-20T10:00:00Z").write()).toList();
    }

    private String drawn(int size) {
        String place = ig().post(PAGE, PAGE, Map.of("month", "2026-10", "size", String.valueOf(size))).headers().firstValue("Location").orElseThrow();
        return place.substring(place.indexOf(PAGE));
    }

    private HttpResponse<String> judge(String sample, int place, String verdict, String note) {
        return ig().post(PAGE, sample + "/" + place, Map.of("verdict", verdict, "note", note));
    }

    private HttpResponse<String> sign(String sample) {
        return ig().post(PAGE, sample + "/sign", Map.of("remark", "Looked right"));
    }
}
