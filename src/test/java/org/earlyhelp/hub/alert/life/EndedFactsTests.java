package org.earlyhelp.hub.alert.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.alert.support.Assessments.absence;
import static org.earlyhelp.hub.alert.support.Assessments.assessmentOf;
import static org.earlyhelp.hub.alert.support.Assessments.missing;
import static org.earlyhelp.hub.alert.support.Assessments.missingHigh;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.support.Assessments;
import org.earlyhelp.hub.need.Assessment.Child;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.Need;
import org.junit.jupiter.api.Test;

class EndedFactsTests {
    private static final String CHILD = "P-7Q2MXA";
    private static final String BROTHER = "P-9Z2MXB";
    private static final UnaryOperator<String> SAME = UnaryOperator.identity();
    private final AlertContent told = AlertContent.of(family().child(CHILD, false).with(missing(CHILD)).with(missingHigh(CHILD)).with(absence(CHILD, "SEVERE")).news(),
            AlertQueue.FIRST_CONTACT);

    @Test
    void keepsWhatTimeHasEndedWithWhomItIsAbout() {
        AlertContent ended = EndedFacts.of(told, family().child(BROTHER, false).nothingNew(), grounds(need("MISSING", true), harm("MISSING_HIGH", true)), SAME);

        assertThat(ended.needs()).extracting(Need::code).containsExactly("MISSING");
        assertThat(ended.harmTests()).extracting(HarmTest::code).containsExactly("MISSING_HIGH");
        assertThat(ended.children()).extracting(Child::person).containsExactly(CHILD);
        assertThat(ended.knownTo()).containsExactly("avonford-police");
    }

    @Test
    void dropsWhatWasTakenBack() {
        AlertContent ended = EndedFacts.of(told, family().child(BROTHER, false).nothingNew(), grounds(), SAME);

        assertThat(ended.needs()).isEmpty();
        assertThat(ended.children()).isEmpty();
    }

    @Test
    void leavesToTheNewestAssessmentWhatStillHolds() {
        AlertContent ended = EndedFacts.of(told, family().child(CHILD, false).with(absence(CHILD, "")).nothingNew(), grounds(need("SCHOOL_ABSENCE", true)), SAME);

        assertThat(ended.needs()).isEmpty();
        assertThat(ended.children()).isEmpty();
    }

    @Test
    void followsAMergedChild() {
        UnaryOperator<String> merged = person -> person.equals(CHILD) ? BROTHER : person;
        AlertContent ended = EndedFacts.of(told, family().child(BROTHER, false).with(absence(BROTHER, "SEVERE")).nothingNew(), grounds(need("MISSING", true), need("SCHOOL_ABSENCE", true)),
                merged);

        assertThat(ended.needs()).extracting(Need::code).containsExactly("MISSING");
        assertThat(ended.children()).isEmpty();
    }

    private static Assessments family() {
        return assessmentOf(1, "F-48KQ2M");
    }

    private static Grounds grounds(Ground... grounds) {
        return new Grounds(Arrays.asList(grounds), false);
    }

    private static Ground need(String code, boolean ended) {
        return new Ground(false, code, CHILD, code.equals("MISSING") ? "avonford-police" : "avonford-schools", "", List.of(), ended);
    }

    private static Ground harm(String code, boolean ended) {
        return new Ground(true, code, CHILD, "avonford-police", "", List.of(), ended);
    }
}
