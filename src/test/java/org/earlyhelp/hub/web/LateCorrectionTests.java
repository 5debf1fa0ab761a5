package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.identity.RecordMaker.missingAndBack;

import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.rights.dispute.LateCorrections;
import org.earlyhelp.hub.sharing.StoppableLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Requests for correction that a stopped sharing log kept back. */
@Import(LateCorrectionTests.Stopping.class)
class LateCorrectionTests extends RightsTest {
    @Autowired
    private StoppableLog stoppable;
    @Autowired
    private LateCorrections late;

    @AfterEach
    void goOn() {
        stoppable.goOn();
    }

    @Test
    void asksOnceTheLogGoesOn() {
        String ref = disputedMeanwhile();
        assertThat(files()).isEmpty();
        assertThat(page("ig", "/rights/" + ref + "/disputes")).contains("asked by the hub itself once it may").doesNotContain("write to it by hand");
        assertThat(late.letGo()).isZero();

        stoppable.goOn();
        assertThat(late.letGo()).isOne();
        assertThat(late.letGo()).isZero();

        assertThat(files()).singleElement().asString().contains("\"sourceRef\":\"M1\"").doesNotContain("aunt");
        assertThat(page("ig", "/rights/" + ref + "/disputes")).contains("asked in its /out/ folder, entry ").doesNotContain("once it may");
    }

    @Test
    void asksNobodyForWhatWasSettledMeanwhile() {
        String ref = disputedMeanwhile();
        String settle = "/rights/" + ref + "/disputes/" + sql.sql("SELECT ref FROM dispute").query(String.class).single();
        assertThat(as("ig").post("/rights/" + ref + "/disputes", settle, Map.of("found", "right", "reason", "the force looked it up")).statusCode()).isEqualTo(302);

        stoppable.goOn();

        assertThat(late.letGo()).isZero();
        assertThat(files()).isEmpty();
    }

    @Test
    void asksNobodyForWhatWasCorrectedMeanwhile() {
        String ref = disputedMeanwhile();
        sql.sql("UPDATE record SET is_current = false WHERE source_ref = 'M1'").update();

        stoppable.goOn();
        late.letGo();

        assertThat(files()).isEmpty();
        assertThat(page("ig", "/rights/" + ref + "/disputes")).contains("what it stated stands no more");
    }

    /** Reference of the request. */
    private String disputedMeanwhile() {
        receive(missingAndBack("M1", "2026-11-01").about(zoe()));
        String ref = inHand("RECTIFICATION", "SELF", refOf("Quill", "Zoe"), "");
        String record = sql.sql("SELECT ref FROM record WHERE source_ref = 'M1'").query(String.class).single();
        stoppable.stop();
        assertThat(as("ig").post("/rights/" + ref + "/disputes", "/rights/" + ref + "/disputes", Map.of("what", record, "words", "I was at my aunt's")).statusCode()).isEqualTo(302);
        return ref;
    }

    private List<String> files() {
        return sql.sql("SELECT body FROM outcome_file WHERE kind = 'correction'").query(String.class).list();
    }

    @TestConfiguration
    static class Stopping {
        @Bean
        @Primary
        StoppableLog stoppableLog() {
            return new StoppableLog();
        }
    }
}
