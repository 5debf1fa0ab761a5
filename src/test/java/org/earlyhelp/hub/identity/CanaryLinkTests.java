package org.earlyhelp.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.earlyhelp.hub.identity.PersonMaker.aChild;
import static org.earlyhelp.hub.identity.RecordMaker.health;
import static org.earlyhelp.hub.identity.RecordMaker.missing;
import static org.earlyhelp.hub.identity.RecordMaker.school;

import java.sql.SQLException;
import java.util.List;
import org.earlyhelp.hub.identity.lane.WorkOff;
import org.earlyhelp.hub.identity.storage.LaneElection;
import org.earlyhelp.hub.intake.canary.CanaryRefused;
import org.earlyhelp.hub.intake.canary.CanaryStep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** What the canary does here and leaves behind, and what is counted for the gate before alerts of bulk feeds. */
class CanaryLinkTests {
    private final Borough borough = new Borough();

    /** The hub lets the lane go, so that the next one may link canaries. */
    @AfterEach
    void close() throws SQLException {
        borough.bean(LaneElection.class).resign();
        borough.close();
    }

    private void fly(List<Long> records) {
        borough.bean(CanaryStep.class).prepare();
        borough.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            status.setRollbackOnly();
            borough.bean(CanaryStep.class).pass(records);
        });
    }

    private List<String> counted() {
        return borough.sql.sql("SELECT agency || ' ' || linked || ' ' || known FROM delivery_match ORDER BY delivery_id").query(String.class).list();
    }

    @Test
    void linksTheCanaryAndTakesItBack() {
        borough.link(school("S1").about(aChild()));
        borough.receive(health("H1").about(aChild().nhs("9990000018")), missing("M1").about(aChild().forenames("Ada").born("2016-02-03")));
        List<Long> waiting = borough.sql.sql("SELECT record_id FROM record_work ORDER BY 1").query(Long.class).list();

        fly(waiting);

        assertThat(borough.people()).hasSize(1);
        assertThat(borough.sql.sql("SELECT record_id FROM record_work ORDER BY 1").query(Long.class).list()).isEqualTo(waiting);
        assertThat(counted()).hasSize(1);
        borough.bean(WorkOff.class).run();
        assertThat(borough.person("H1/CHILD/0")).isEqualTo(borough.person("S1/PUPIL/0"));
        assertThat(borough.people()).hasSize(2);
    }

    @Test
    void readsWhoIsWhoOnceForAllCanaries() throws SQLException {
        borough.link(school("S1").about(aChild()));
        borough.bean(LaneElection.class).resign();
        borough.restart();
        String before = holder();
        borough.bean(CanaryStep.class).prepare();
        String since = holder();
        borough.receive(health("H1").about(aChild().nhs("9990000018")));
        fly(borough.sql.sql("SELECT record_id FROM record_work").query(Long.class).list());
        assertThat(since).isNotEqualTo(before);
        assertThat(holder()).isEqualTo(since);
    }

    private String holder() {
        return borough.sql.sql("SELECT holder FROM identity_lane").query(String.class).single();
    }

    @Test
    void saysSoWhenTheCanaryIsNotLinked() {
        assertThatExceptionOfType(CanaryRefused.class).isThrownBy(() -> fly(List.of(999_999L)));
    }

    @Test
    void countsWhoWasKnownInBulkFilesOnly() {
        borough.receive(school("S1").about(aChild()));
        borough.sql.sql("UPDATE delivery SET received_at = '2026-11-23T08:00:00Z'").update();
        borough.link(health("H1").about(aChild().nhs("9990000018")));
        borough.link(missing("M1").about(aChild().homeless().nhs("9990000018")));

        assertThat(counted()).containsExactly("avonford-schools 1 0", "avonford-health 1 1");
    }
}
