package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.earlyhelp.hub.sharing.SharingLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = WebTestHub.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = "hub.test.case=exports")
class ExportTests {
    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private SharingLog log;

    @BeforeAll
    static void writeCases(@Autowired JdbcClient sql) {
        new CaseFile(sql).write();
    }

    @BeforeEach
    void emptyLog() {
        sql.sql("TRUNCATE sharing_entry").update();
    }

    @Test
    void writesLinksToTheByte() {
        HttpResponse<String> answer = export("links");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.body()).isEqualTo("""
                agency,feed,source_ref,version,role,index,person,family,match,record
                avonford-police,missing-children,'=N-1,2,CHILD,0,P-AAAAAA,F-AAAAAA,CERTAIN,avonford-police/missing-children/01K00000000000000000000001@2
                avonford-schools,school-attendance,900001/N999400122002,1,PUPIL,0,P-AAAAAA,F-AAAAAA,CERTAIN,avonford-schools/school-attendance/01K00000000000000000000002@1
                safe-haven,domestic-abuse,SH-9,1,CHILD,0,P-BBBBBB,F-BBBBBB,NEW,safe-haven/domestic-abuse/01K00000000000000000000003@1
                """);
    }

    @Test
    void writesNeedsToTheByte() {
        assertThat(export("needs").body()).isEqualTo("""
                family,person,need,grade,level_of_family,first_on,last_on,agency,evidence
                F-AAAAAA,P-AAAAAA,MISSING,REPEAT,3,2026-10-22,2026-11-21,avonford-police,avonford-police/missing-children/01K00000000000000000000001@2
                F-AAAAAA,P-AAAAAA,SCHOOL_ABSENCE,,3,2026-10-22,2026-11-21,avonford-schools,avonford-schools/school-attendance/01K00000000000000000000002@1
                F-BBBBBB,P-BBBBBB,DOMESTIC_ABUSE,,4,2026-10-22,2026-11-21,domestic-abuse-service,domestic-abuse-service/domestic-abuse/01K00000000000000000000003@1
                """);
    }

    @Test
    void writesAlertsToTheByte() {
        assertThat(export("alerts").body()).isEqualTo("""
                alert,version,status,level,queue,rule,family,needs,children,agencies,locality,raised_at,acknowledge_by,decide_by,outcome
                A-2026-000001,1,RAISED,3,frontdoor.early-help,stands-alone@1,F-AAAAAA,MISSING SCHOOL_ABSENCE,P-AAAAAA,avonford-police avonford-schools,riverside,2026-11-23T08:00:00Z,2026-11-23T09:00:00Z,2026-11-23T10:00:00Z,
                A-2026-000002,1,RAISED,4,frontdoor.first-contact,stands-alone@1,F-BBBBBB,DOMESTIC_ABUSE,P-BBBBBB,domestic-abuse-service,withheld,2026-11-23T08:00:00Z,2026-11-23T09:00:00Z,2026-11-23T10:00:00Z,
                """);
    }

    @Test
    void logsEveryPersonAndSourceOfAnExport() {
        export("links");

        assertThat(entries()).containsExactlyInAnyOrder("EXPORTED P-AAAAAA avonford-police", "EXPORTED P-AAAAAA avonford-schools",
                "EXPORTED P-BBBBBB safe-haven", "NOT_SHARED P-CCCCCC avonford-health");
        assertThat(sql.sql("SELECT count(DISTINCT act) FROM sharing_entry").query(Long.class).single()).isOne();
        assertThat(log.before(SharingLog.NEWEST, 50)).isNotEmpty().allSatisfy(entry ->
                assertThat(entry.payload()).contains("\"who\":\"steward\"").doesNotContain("SH-9").doesNotContain("N999400122002"));
    }

    @Test
    void exportsNothingOfASealedChild() {
        assertThat(List.of("links", "needs", "alerts")).allSatisfy(name -> assertThat(export(name).body()).doesNotContain(CaseFile.SEALED));
    }

    private HttpResponse<String> export(String name) {
        return new Browser(port).get("/api/" + name + ".csv", "steward", "s-pass");
    }

    private List<String> entries() {
        return sql.sql("SELECT kind || ' ' || person || ' ' || source FROM sharing_entry").query(String.class).list();
    }
}
