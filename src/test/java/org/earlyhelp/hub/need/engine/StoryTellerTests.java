package org.earlyhelp.hub.need.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.earlyhelp.hub.need.engine.AFamily.POLICE;
import static org.earlyhelp.hub.need.engine.AFamily.SCHOOLS;
import static org.earlyhelp.hub.need.engine.AFamily.aFamily;
import static org.earlyhelp.hub.need.engine.Reports.abuse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.earlyhelp.hub.need.FamilyStory.Story;
import org.earlyhelp.hub.need.StoryEvent;
import org.earlyhelp.hub.person.Concern;
import org.earlyhelp.hub.person.DomesticAbuseReferral;
import org.earlyhelp.hub.person.DomesticAbuseReferral.Grade;
import org.earlyhelp.hub.person.Involvement;
import org.earlyhelp.hub.person.Role;
import org.junit.jupiter.api.Test;

class StoryTellerTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final DomesticAbuseReferral RECENT = abuse("2026-11-18T20:00:00Z", Grade.MEDIUM);

    @Test
    void tellsTheLatestFirst() {
        Story story = tell(aFamily().child("ana", "2016-02-14").says(POLICE, "C1", concern("2026-10-01", Concern.Status.OPEN), "ana").says(POLICE, "D1", RECENT, "ana"));

        assertThat(story.events()).extracting(StoryEvent::on, StoryEvent::what).containsExactly(
                tuple(LocalDate.of(2026, 11, 18), "A domestic-abuse referral concerns them, graded medium by the sender"),
                tuple(LocalDate.of(2026, 10, 1), "The family may lose its home"));
        assertThat(story.abuse()).isTrue();
    }

    @Test
    void leavesOutAReferralInWhichAMemberIsOnlyAlleged() {
        AFamily family = aFamily().adult("dan").outsider("mia");
        family.says(POLICE, "D1", 1, RECENT, family.mention(Role.VICTIM, "mia", "CERTAIN"), family.mention(Role.ALLEGED_PERPETRATOR, "dan", "CERTAIN"));

        assertThat(tell(family)).isEqualTo(Story.NONE);
    }

    @Test
    void saysHowAMemberMayBeReachedAndNobodyElse() {
        AFamily family = aFamily().child("ana", "2016-02-14").adult("dan").outsider("mia").parent("dan", "ana", true, true).parent("mia", "ana", false, true);
        family.says(POLICE, "D1", 1, RECENT, family.mention(Role.VICTIM, "mia", "CERTAIN"), family.mention(Role.ALLEGED_PERPETRATOR, "dan", "CERTAIN"));

        Story story = tell(family);

        assertThat(story.abuse()).isTrue();
        assertThat(story.contacts()).isEmpty();
        assertThat(story.events()).extracting(StoryEvent::person).containsExactly("P-ana");
    }

    @Test
    void sumsUpSchoolByMonth() {
        Story story = tell(aFamily().child("ana", "2016-02-14").marks(SCHOOLS, "9001", "ana", "2026-10-05", "/\\".repeat(9) + "II"));

        assertThat(story.events()).extracting(StoryEvent::what, StoryEvent::good).containsExactly(tuple("Missed 2 of 20 possible sessions in October 2026", false));
    }

    @Test
    void countsWorkThatEndedAndConcernsThatClosedAsGood() {
        Story story = tell(aFamily().child("ana", "2016-02-14").says(POLICE, "C1", concern("2026-10-01", Concern.Status.CLOSED), "ana")
                .says("avonford-council", "I1", new Involvement("Family Help", 2, "J. Okoro", "01632 960123", LocalDate.of(2026, 1, 5), LocalDate.of(2026, 5, 5)), "ana"));

        assertThat(story.events().stream().filter(StoryEvent::good)).extracting(StoryEvent::what).containsExactly("Ended: The family may lose its home", "Work ended: Family Help");
        assertThat(story.involved()).singleElement().satisfies(one -> assertThat(one.closed()).isEqualTo("2026-05-05"));
    }

    @Test
    void findsPupilsWhomAReferralConcernsSinceTheBell() {
        AFamily family = aFamily().child("ana", "2016-02-14").child("ben", "2022-02-14").marks(SCHOOLS, "9001", "ana", "2026-11-16", "/\\");
        family.says(POLICE, "D1", 1, RECENT, family.mention(Role.CHILD, "ana", "CERTAIN"), family.mention(Role.CHILD, "ben", "CERTAIN"));

        assertThat(PupilsAtRisk.of(family.facts(), Instant.parse("2026-11-18T15:00:00Z"), TODAY.minusDays(60))).singleElement()
                .satisfies(pupil -> assertThat(pupil.person() + " " + pupil.school() + " " + pupil.agency()).isEqualTo("P-ana 9001 avonford-police"));
        assertThat(PupilsAtRisk.of(family.facts(), Instant.parse("2026-11-18T20:00:01Z"), TODAY.minusDays(60))).isEmpty();
        assertThat(PupilsAtRisk.of(family.facts(), Instant.parse("2026-11-18T15:00:00Z"), TODAY)).isEmpty();
    }

    private static Story tell(AFamily family) {
        return StoryTeller.tell(family.facts(), Map.of("HOUSING_AT_RISK", "The family may lose its home"), TODAY);
    }

    private static Concern concern(String day, Concern.Status status) {
        return new Concern("HOUSING_AT_RISK", LocalDate.parse(day), null, status);
    }
}
