package org.earlyhelp.hub.web.why;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTests {
    @Test
    void readsEveryKindOfReference() {
        assertThat(Subject.parse("R-20261122-7F3KQ2")).contains(new Subject.Receipt("R-20261122-7F3KQ2"));
        assertThat(Subject.parse(" P-7Q2MXA ")).contains(new Subject.Person("P-7Q2MXA"));
        assertThat(Subject.parse("F-48KQ2M")).contains(new Subject.Family("F-48KQ2M"));
        assertThat(Subject.parse("A-2026-004512")).contains(new Subject.Alert("A-2026-004512"));
        assertThat(Subject.parse("avonford-police/missing-children/01M83S0VTS0EEMB20THVC95FHH@2"))
                .contains(new Subject.Record("avonford-police", "missing-children", "01M83S0VTS0EEMB20THVC95FHH", 2));
        assertThat(Subject.parse("avonford-schools/school-attendance/Pupils of Monday.csv"))
                .contains(new Subject.FileName("avonford-schools", "school-attendance", "Pupils of Monday.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mirelle Zelenka", "P-", "P-7Q2MXA'; DROP TABLE person", "A-26-1", "a/b", "a/b/c/d", "a/b/c\nd", "9991639853"})
    void readsNothingElse(String text) {
        assertThat(Subject.parse(text)).isEmpty();
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThat(Subject.parse("a/b/" + "x".repeat(Subject.LIMIT_CHARACTERS))).isEmpty();
    }
}
