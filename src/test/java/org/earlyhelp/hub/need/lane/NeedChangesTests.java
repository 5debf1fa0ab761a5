package org.earlyhelp.hub.need.lane;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.earlyhelp.hub.need.RuleBook;
import org.earlyhelp.hub.person.MissingReport;
import org.earlyhelp.hub.person.Role;
import org.earlyhelp.hub.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** When needs begin and end, as assessments keep it. */
class NeedChangesTests {
    private static final String POLICE = "avonford-police";
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private Borough borough;
    private AssessmentLane lane;

    @BeforeEach
    void wire() {
        DataSource database = TestDatabase.fresh();
        borough = new Borough(database);
        context.registerBean(DataSource.class, () -> database);
        context.register(LaneWiring.class);
        context.refresh();
        lane = context.getBean(AssessmentLane.class);
        lane.stop();
        context.getBean(RuleBook.class).load(Path.of("rules"));
        borough.family("F-1").family("F-2").child("P-ana", "F-1", "2012-05-01")
                .record(POLICE, "missing-children", "N1", missing(), Role.CHILD, "P-ana").touched("F-1", true);
        lane.drain();
    }

    @AfterEach
    void close() {
        context.close();
    }

    private static MissingReport missing() {
        return new MissingReport(MissingReport.Kind.INITIAL, "AVP", Instant.parse("2026-11-21T22:00:00Z"), null, null, MissingReport.RiskGrade.LOW, null, null, null);
    }

    private List<String> changes() {
        return borough.sql().sql("""
                SELECT p.ref || ' ' || c.code || CASE WHEN c.holds THEN ' began ' || c.first_on ELSE ' ended' END || ' ' || to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD')
                  FROM need_change c JOIN person p ON p.id = c.person_id ORDER BY c.id""").query(String.class).list();
    }

    private void moveAna() {
        borough.sql().sql("UPDATE person SET family_id = (SELECT id FROM family WHERE ref = 'F-2')").update();
    }

    @Test
    void keepsWhenANeedBegins() {
        assertThat(changes()).containsExactly("P-ana MISSING began 2026-11-21 2026-11-23");
    }

    @Test
    void keepsNothingWhereNothingChanged() {
        borough.record("westmarch-police", "missing-children", "N7", missing(), Role.CHILD, "P-ana").touched("F-1", true);

        lane.drain();

        assertThat(borough.needs()).hasSize(2);
        assertThat(changes()).hasSize(1);
    }

    @Test
    void keepsWhenTimeEndsANeed() {
        context.getBean(LaneWiring.MovedClock.class).to("2027-03-01T08:00:00Z");
        borough.touched("F-1", true);

        lane.drain();

        assertThat(changes()).containsExactly("P-ana MISSING began 2026-11-21 2026-11-23", "P-ana MISSING ended 2027-03-01");
    }

    @Test
    void keepsNoChangeWhenAPersonMoves() {
        moveAna();
        borough.touched("F-1", true).touched("F-2", true);

        lane.drain();

        assertThat(borough.needs()).containsExactly("F-2 P-ana MISSING avonford-police");
        assertThat(changes()).hasSize(1);
    }

    @Test
    void keepsNoChangeWhenTheNewFamilyIsFirst() {
        moveAna();
        borough.touched("F-2", true);
        lane.drain();
        borough.touched("F-1", true);

        lane.drain();

        assertThat(changes()).hasSize(1);
    }
}
