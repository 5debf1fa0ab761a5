package org.earlyhelp.hub.need.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.earlyhelp.hub.intake.canary.CanaryRefused;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.CanaryAssessment;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.need.storage.FamiliesOfRecords;
import org.earlyhelp.hub.person.MissingReport;
import org.earlyhelp.hub.person.Role;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

class CanaryAssessorTests {
    private static final String POLICE = "avonford-police";
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private Borough borough;

    @BeforeEach
    void wire() {
        DataSource database = TestDatabase.fresh();
        context.registerBean(DataSource.class, () -> database);
        context.register(LaneWiring.class);
        context.refresh();
        context.getBean(AssessmentLane.class).stop();
        borough = new Borough(database).family("F-1").child("P-canary", "F-1", "2015-02-28")
                .record(POLICE, "missing-children", "canary", missing(), Role.CHILD, "P-canary");
    }

    @AfterEach
    void close() {
        context.close();
    }

    private static MissingReport missing() {
        return new MissingReport(MissingReport.Kind.INITIAL, "AVP", Instant.parse("2026-11-21T22:00:00Z"), null, null, MissingReport.RiskGrade.LOW, null, null, null);
    }

    private void readRules() {
        context.getBean(RuleBook.class).load(Path.of("rules"));
    }

    private Map<Long, String> assess(long record) {
        return context.getBean(TransactionTemplate.class).execute(status -> {
            status.setRollbackOnly();
            return context.getBean(CanaryAssessment.class).assess(List.of(record));
        });
    }

    @Test
    void assessesAsAnyOtherAndIsTakenBack() {
        readRules();

        assertThat(assess(borough.id("record"))).containsExactly(Map.entry(borough.id("F-1"), "F-1"));

        List<Assessment> told = context.getBean(LaneWiring.Told.class).assessments;
        assertThat(told).singleElement().satisfies(assessment -> assertThat(assessment.needs()).hasSize(1));
        assertThat(borough.needs()).isEmpty();
    }

    @Test
    void readsNothingOfAFamilyThatOthersKnow() {
        readRules();
        long canary = borough.id("record");
        borough.record(POLICE, "missing-children", "real", missing(), Role.CHILD, "P-canary");

        assertThatExceptionOfType(CanaryRefused.class).isThrownBy(() -> assess(canary)).withMessageContaining("whom other records know");
        assertThat(context.getBean(LaneWiring.Told.class).assessments).isEmpty();
    }

    @Test
    void saysThatNoRulesAreInForce() {
        CanaryAssessor unruled = new CanaryAssessor(context.getBean(FamilyAssessor.class), context.getBean(FamiliesOfRecords.class), new RuleBook());

        assertThatExceptionOfType(CanaryRefused.class).isThrownBy(() -> unruled.assess(List.of(borough.id("record")))).withMessage("no rules are in force");
    }
}
