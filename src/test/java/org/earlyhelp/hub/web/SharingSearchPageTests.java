package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharingSearchPageTests extends SharingLogTest {
    private static final String HEADER = "entry,act,at,kind,decision,person,source,recipient,who,purpose,basis,agreement,agreement_standing,channel,level,classes,fields_withheld";

    @ParameterizedTest
    @CsvSource({"person=P-AAAAAA,1", "person=p-aaaaaa,1", "recipient=frontdoor.early-help,2", "agency=safe-haven,3", "basis=6(1)(c),4", "decision=SHARED,6", "decision=WITHHELD_IN_PART,5",
            "decision=REFUSED,7", "decision=NOT_SHARED,8", "standing=NONE,2", "kind=SENT,2", "from=2026-12-01,9", "to=2026-10-01,10"})
    void findsByWhatIsAsked(String query, int wanted) {
        List<String> ids = List.of(log.look("j.lane", "P-AAAAAA").with("kind", "MATCHED").write(),
                log.sent("frontdoor.early-help", "P-BBBBBB").with("standing", "NO_AGREEMENT_IN_FORCE").with("withheld", 1).write(),
                log.look("j.lane", "P-BBBBBB").with("kind", "RECEIVED").with("source", "safe-haven").write(),
                log.look("j.lane", "P-BBBBBB").with("kind", "MATCHED").with("basis", "6(1)(c)").write(),
                log.look("j.lane", "P-BBBBBB").with("withheld", 2).write(), log.look("j.lane", "P-BBBBBB").write(), log.refused("j.lane").write(),
                log.look("j.lane", "P-BBBBBB").with("kind", "NOT_SHARED").write(), log.look("a", "P-BBBBBB").with("kind", "MATCHED").at("2026-12-01T00:00:00Z").write(),
                log.look("a", "P-BBBBBB").with("kind", "CORRECTED").at("2026-10-01T21:00:00Z").write());

        String html = page("/sharing?" + query.replace("(", "%28").replace(")", "%29"));

        assertThat(html).contains("/sharing/" + ids.get(wanted - 1) + "\"");
        ids.stream().filter(id -> !id.equals(ids.get(wanted - 1)) && !(query.startsWith("decision=WITHHELD") && id.equals(ids.get(1))))
                .forEach(id -> assertThat(html).doesNotContain("/sharing/" + id + "\""));
    }

    @Test
    void findsByAccountWithoutItsNameInTheAddress() {
        String mine = log.look("joan.lane@avonford.example", "P-AAAAAA").write();
        String other = log.look("a.moor", "P-AAAAAA").write();
        Matcher option = Pattern.compile("<option value=\"([0-9a-f]{12})\">joan.lane@avonford.example<").matcher(page("/sharing"));

        assertThat(option.find()).isTrue();
        assertThat(page("/sharing?who=" + option.group(1))).contains("/sharing/" + mine + "\"").doesNotContain("/sharing/" + other + "\"");
    }

    @Test
    void countsADayInCivilTime() {
        String late = log.look("a", "P-AAAAAA").at("2026-07-01T22:59:59Z").write();
        String next = log.look("a", "P-AAAAAA").at("2026-07-01T23:00:00Z").write();

        assertThat(page("/sharing?from=2026-07-01&to=2026-07-01")).contains(late).doesNotContain(next);
    }

    @Test
    void pagesByKeyThroughEntriesOfOneMoment() {
        List<String> written = java.util.stream.IntStream.range(0, 120).mapToObj(i -> log.look("a", "P-AAAAAA").write()).toList();
        StringBuilder seen = new StringBuilder();
        String next = "/sharing?person=P-AAAAAA";
        int pages = 0;

        while (next != null) {
            String html = page(next);
            seen.append(html);
            Matcher link = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(html);
            next = link.find() ? link.group(1).replace("&amp;", "&") : null;
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(written).allSatisfy(id -> assertThat(seen.toString().split("/sharing/" + id + "\"", -1)).hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"person=John", "from=2026-02-30", "from=yesterday", "from=2026-11-02&to=2026-11-01", "before=1", "before=x-y", "decision=ALL", "kind=LOOKED",
            "standing=x", "who=j.lane"})
    void asksAgainForWhatMakesNoSense(String query) {
        log.look("j.lane", "P-AAAAAA").write();

        HttpResponse<String> answer = ig().get("/sharing?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("There is a problem").doesNotContain("data-label").doesNotContain("John");
        assertThat(ig().get("/sharing.csv?" + query).statusCode()).isEqualTo(400);
        assertThat(sql.sql("SELECT count(*) FROM sharing_entry WHERE kind = 'EXPORTED'").query(Long.class).single()).isZero();
    }

    @Test
    void searchesAllReferencesOfAMergedPerson() {
        person("P-AAAAAA", "F-AAAAAA", "Lane");
        person("P-BBBBBB", "F-AAAAAA", "Lane");
        sql.sql("UPDATE person SET gone_into = (SELECT id FROM person WHERE ref = 'P-AAAAAA') WHERE ref = 'P-BBBBBB'").update();
        String old = log.look("a", "P-BBBBBB").write();

        assertThat(page("/sharing?person=P-AAAAAA")).contains(old).contains("all the references of this person");
    }

    @Test
    void writesAFileAndLogsItFirst() {
        String id = log.look("=1+1", "P-AAAAAA").with("withheld", 3).with("level", 2).with("classes", "HEALTH MISSING").write();
        log.refused("j.lane").write();

        HttpResponse<String> answer = ig().get("/sharing.csv?decision=WITHHELD_IN_PART");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.body()).isEqualTo(HEADER + "\n" + id + ",A" + id + ",2026-11-23T08:40:00Z,VIEWED,WITHHELD_IN_PART,P-AAAAAA,hub,front-door,'=1+1,EARLY_HELP,"
                + "6(1)(e) 9(2)(g),,IN_FORCE,/people/{ref},2,HEALTH MISSING,3\n");
        assertThat(sql.sql("SELECT coalesce(person, 'nobody') || ' ' || who || ' ' || recipient FROM sharing_entry WHERE kind = 'EXPORTED' ORDER BY ordinal").query(String.class).list())
                .containsExactly("nobody ig sharing-log", "P-AAAAAA ig sharing-log");
        assertThat(sql.sql("SELECT count(DISTINCT act) FROM sharing_entry WHERE kind = 'EXPORTED'").query(Long.class).single()).isOne();
    }

    @Test
    void refusesAFileThatWouldNotHoldAll() {
        sql.sql("""
                INSERT INTO sharing_entry (id, act, kind, person, recipient, commitment, at) SELECT 'X' || n, 'A', 'VIEWED', 'P-AAAAAA', 'front-door', sha256('x'), now()
                FROM generate_series(1, 50001) n""").update();

        HttpResponse<String> answer = ig().get("/sharing.csv");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("More than 50,000 entries fit");
        assertThat(sql.sql("SELECT count(*) FROM sharing_entry WHERE kind = 'EXPORTED'").query(Long.class).single()).isZero();
    }
}
