package org.earlyhelp.hub.web.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.HelpFigures.Change;
import org.earlyhelp.hub.alert.HelpFigures.FollowedNeed;
import org.earlyhelp.hub.alert.Outcome;
import org.earlyhelp.hub.web.counts.Count;
import org.junit.jupiter.api.Test;

class AfterwardsTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static FollowedNeed need(String decidedOn, Change... later) {
        Instant decidedAt = Instant.parse(decidedOn + "T10:00:00Z");
        return new FollowedNeed("GOOD_EDUCATION", Outcome.INTENSIVE, decidedAt, Stream.concat(Stream.of(new Change(decidedAt, true)), Stream.of(later)).toList());
    }

    private static List<String> countsOf(Afterwards.Part part) {
        return part.table().totals().counts().stream().map(Count::text).toList();
    }

    @Test
    void countsANeedAtTheLatestPointItReached() {
        FollowedNeed ended = need("2026-10-01", new Change(Instant.parse("2026-10-20T10:00:00Z"), false));
        List<FollowedNeed> needs = Stream.of(Collections.nCopies(6, ended), Collections.nCopies(7, need("2026-03-01")), Collections.nCopies(8, need("2025-06-01")),
                Collections.nCopies(9, need("2026-11-20"))).flatMap(List::stream).toList();

        Afterwards afterwards = Afterwards.of(needs, TODAY);

        assertThat(afterwards.parts()).extracting(Afterwards.Part::id).containsExactly("six-weeks", "six-months", "twelve-months");
        assertThat(afterwards.parts()).extracting(AfterwardsTests::countsOf)
                .containsExactly(List.of("6", "0", "0"), List.of("0", "0", "7"), List.of("0", "0", "8"));
        assertThat(afterwards.unknown().isZero()).isTrue();
    }

    @Test
    void reachesSixWeeksOnTheVeryDay() {
        assertThat(Afterwards.of(Collections.nCopies(5, need("2026-10-12")), TODAY).parts().get(0).table().totals().total().text()).isEqualTo("5");
        assertThat(Afterwards.of(Collections.nCopies(5, need("2026-10-13")), TODAY).parts().get(0).table().rows()).isEmpty();
    }

    @Test
    void namesOutcomeAndDecisionOfEachRow() {
        Afterwards afterwards = Afterwards.of(Collections.nCopies(5, need("2026-10-01")), TODAY);

        assertThat(afterwards.parts().get(0).table().rows()).extracting(row -> row.name()).containsExactly("Good education: intensive support");
    }

    @Test
    void leavesOutNeedsWithoutHistory() {
        FollowedNeed unknown = new FollowedNeed("GOOD_EDUCATION", Outcome.EMERGING, Instant.parse("2026-10-01T10:00:00Z"), List.of());

        Afterwards afterwards = Afterwards.of(Collections.nCopies(6, unknown), TODAY);

        assertThat(afterwards.parts()).allSatisfy(part -> assertThat(part.table().rows()).isEmpty());
        assertThat(afterwards.unknown().text()).isEqualTo("6");
    }
}
