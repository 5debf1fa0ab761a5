package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SharingChartsPageTests extends SharingLogTest {
    @Test
    void countsDisclosuresByAgencyRecipientAndBasis() {
        log.sent("frontdoor.early-help", "P-AAAAAA").with("source", "avonford-police").at("2026-01-31T10:00:00Z").write();
        log.sent("frontdoor.early-help", "P-BBBBBB").with("source", "avonford-police").at("2026-01-31T10:00:00Z").write();
        log.look("j.lane", "P-AAAAAA").with("basis", null).write();
        log.refused("j.lane").write();
        log.look("j.lane", "P-AAAAAA").with("kind", "RECEIVED").write();

        assertThat(ig().get("/sharing/charts.csv").body()).isEqualTo("""
                by,name,month,disclosures
                SOURCE,avonford-police,2026-01,2
                SOURCE,hub,2026-11,1
                RECIPIENT,front-door,2026-11,1
                RECIPIENT,frontdoor.early-help,2026-01,2
                BASIS,,2026-11,1
                BASIS,6(1)(e) 9(2)(g),2026-01,2
                """);
        assertThat(page("/sharing/charts")).contains("The hub&#39;s own findings").contains("None stated").contains("January 2026").contains("<svg");
    }

    @Test
    void countsAMonthThatIsOverOnce() {
        log.sent("q", "P-AAAAAA").at("2026-10-31T10:00:00Z").write();
        String first = ig().get("/sharing/charts.csv").body();
        log.sent("q", "P-AAAAAA").at("2026-11-20T10:00:00Z").write();

        String second = ig().get("/sharing/charts.csv").body();

        assertThat(first).contains("RECIPIENT,q,2026-10,1").doesNotContain("2026-11");
        assertThat(second).contains("RECIPIENT,q,2026-10,1").contains("RECIPIENT,q,2026-11,1");
        assertThat(sql.sql("SELECT count(*) FROM sharing_month_counted").query(Long.class).single()).isEqualTo(11);
        assertThat(sql.sql("SELECT DISTINCT month::text FROM sharing_month_count").query(String.class).list()).containsExactly("2026-10-01");
    }

    @Test
    void putsManyRecipientsTogether() {
        for (int i = 0; i < 14; i++) {
            log.sent(String.format("queue-%02d", i), "P-AAAAAA").write();
        }

        assertThat(page("/sharing/charts")).contains("queue-09").doesNotContain("queue-10").contains("All others").contains("are 4 more");
        assertThat(ig().get("/sharing/charts.csv").body()).contains("queue-13");
    }

    @Test
    void saysWhenThereIsNothing() {
        assertThat(page("/sharing/charts")).contains("Nothing was disclosed in the last 12 months").doesNotContain("<svg");
    }
}
