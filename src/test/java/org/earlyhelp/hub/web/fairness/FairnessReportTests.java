package org.earlyhelp.hub.web.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import org.earlyhelp.hub.web.fairness.FairnessReport.Row;
import org.junit.jupiter.api.Test;

class FairnessReportTests {
    private static final String HEADER = "model,measured_on,households,seed,grouped_by,name,people,pairs,found,missed,false_joins,recall,precision,judged\n";

    @Test
    void judgesNoGroupThatIsTooSmall() {
        FairnessReport report = FairnessReport.of(HEADER + "M,2026-11-25,2000,1,agency,clearwater,all,12,12,0,0,1.00000,1.00000,too small to judge\n"
                + "M,2026-11-25,2000,1,agency,safe-haven,all,400,390,10,2,0.97500,0.99490,yes\n");

        assertThat(report.rows("agency", "all")).extracting(Row::recallText).containsExactly("too small to judge", "97.50%");
        assertThat(report.rows("agency", "all")).extracting(Row::precisionText).containsExactly("too small to judge", "99.49%");
        assertThat(report.measured()).isEqualTo("Model M, measured on 2026-11-25 on a made-up borough of 2,000 households.");
    }

    @Test
    void shipsFiguresOfEveryOrigin() {
        assertThat(FairnessReport.shipped().rows("origin of names", "children")).hasSize(9);
        assertThat(FairnessReport.shipped().rows("agency", "all")).hasSize(5);
    }
}
