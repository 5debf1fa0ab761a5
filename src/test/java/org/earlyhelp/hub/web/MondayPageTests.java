package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.PersonMaker.named;
import static org.earlyhelp.hub.identity.RecordMaker.abuse;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MondayPageTests extends FrontDoorTest {
    @BeforeEach
    void forgetClosings() {
        sql.sql("TRUNCATE team_closing").update();
    }

    @Test
    void countsFromTheEndOfTheLastWorkingDay() {
        String alert = aMissingChild();

        assertThat(page("front-door", "/monday")).contains("The team closed on <span>20 November 2026, 17:00</span>").contains(alert);
    }

    @Test
    void countsFromTheTeamsOwnWord() {
        String alert = aMissingChild();

        assertThat(as("front-door").post("/monday", "/monday/close", Map.of()).headers().firstValue("Location").orElse("")).endsWith("/monday?closed");
        sql.sql("UPDATE alert_version SET at = at - interval '1 minute'").update();

        assertThat(page("front-door", "/monday?closed")).contains("The team closed on 23 November 2026, 08:40").contains("Nothing has come since.").doesNotContain(alert);
    }

    @Test
    void takesAnOldWordForNone() {
        sql.sql("INSERT INTO team_closing (at, account) VALUES ('2026-11-18T17:30:00Z', 'front-door')").update();

        assertThat(page("front-door", "/monday")).contains("20 November 2026, 17:00");
    }

    @Test
    void namesPupilsOfTheWeekendBeforeTheBell() {
        aPupil();
        aHarmedHousehold();

        assertThat(page("front-door", "/monday")).contains("School is in today. Domestic abuse since 20 November 2026, 15:00").contains("Zoe Quill").contains("URN 999001")
                .contains("21 November 2026, 22:15").contains("told by <span>Avonford Police</span>")
                .contains("Nothing from here: the agreement with Avonford Police does not let the hub tell a school.").doesNotContain("Karl").doesNotContain("Low Row");
        assertThat(entries("VIEWED")).anySatisfy(entry -> assertThat(entry).contains("\"channel\":\"/monday\"").contains(refOf("Quill", "Zoe")));
    }

    @Test
    void namesNobodyWhomNoSchoolExpects() {
        aHarmedHousehold();

        assertThat(bell()).contains("None that the hub knows of.").doesNotContain("Zoe");
    }

    @Test
    void namesNobodyOfEarlierInTheWeek() {
        aPupil();
        receive(abuse("D1", "2026-11-20T14:59:00Z", null).about(zoe()));

        assertThat(bell()).doesNotContain("Zoe");
    }

    @Test
    void withholdsTheSchoolOfAHiddenPupil() {
        receive(school("S1").about(named("Ana Wells").born("2014-06-06").hiddenAt("1 Hush Way", "ZZ99 7QQ")));
        mark();
        receive(abuse("D1", SATURDAY_NIGHT, null).about(named("Ana Wells").born("2014-06-06").hiddenAt("1 Hush Way", "ZZ99 7QQ")));

        assertThat(bell()).contains("Ana Wells").contains("School: <strong>withheld</strong>").doesNotContain("999001").doesNotContain("Hush");
    }

    private void aPupil() {
        receive(school("S1").about(zoe()));
        mark();
    }

    private void mark() {
        sql.sql("INSERT INTO attendance_month (record_id, month, marks, arrivals) SELECT id, '2026-11-01', rpad('/\\', 62), '{1}' FROM record WHERE source_ref = 'S1'").update();
    }

    private String bell() {
        String html = page("front-door", "/monday");
        return html.substring(html.indexOf("id=\"bell\""), html.indexOf("id=\"new\""));
    }
}
