package org.earlyhelp.hub.alert.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.alert.life.SpokenFor.Household;
import org.earlyhelp.hub.alert.life.SpokenFor.Referral;
import org.junit.jupiter.api.Test;

class SpokenForTests {
    private static final long VICTIM = 1;
    private static final long AT_HOME = 2;
    private static final long ALONE = 3;
    private static final long OTHER = 4;
    private static final Household HOME = new Household(Set.of(VICTIM, AT_HOME), Map.of(AT_HOME, Set.of(VICTIM)), true, false);
    private static final Household CHILD_ALONE = new Household(Set.of(ALONE), Map.of(ALONE, Set.of(VICTIM)), false, false);
    private static final Referral REFERRAL = new Referral(Set.of(VICTIM), Set.of(OTHER));

    private static boolean holds(Household speaker, Household other, Referral... referrals) {
        return SpokenFor.holds(speaker, other, List.of(referrals));
    }

    @Test
    void theVictimsFamilySpeaksForAChildAlone() {
        assertThat(holds(HOME, CHILD_ALONE, REFERRAL, REFERRAL)).isTrue();
    }

    @Test
    void nobodySpeaksForAFamilyWithAnAdult() {
        assertThat(holds(HOME, new Household(Set.of(ALONE, OTHER), CHILD_ALONE.carers(), true, false), REFERRAL)).isFalse();
    }

    @Test
    void nobodySpeaksForOrFromAProtectedFamily() {
        assertThat(holds(HOME, new Household(CHILD_ALONE.people(), CHILD_ALONE.carers(), false, true), REFERRAL)).isFalse();
        assertThat(holds(new Household(HOME.people(), HOME.carers(), true, true), CHILD_ALONE, REFERRAL)).isFalse();
    }

    @Test
    void everyChildMustBeInTheVictimsCare() {
        assertThat(holds(HOME, new Household(Set.of(ALONE, 5L), Map.of(ALONE, Set.of(VICTIM), 5L, Set.of(OTHER)), false, false), REFERRAL)).isFalse();
        assertThat(holds(HOME, new Household(Set.of(ALONE), Map.of(ALONE, Set.of()), false, false), REFERRAL)).isFalse();
    }

    @Test
    void everyReferralMustBeAboutThatVictim() {
        assertThat(holds(HOME, CHILD_ALONE, REFERRAL, new Referral(Set.of(OTHER), Set.of()))).isFalse();
        assertThat(holds(HOME, CHILD_ALONE)).as("no referral at all").isFalse();
    }

    @Test
    void theVictimMustBeOfTheFamilyThatSpeaks() {
        assertThat(holds(new Household(Set.of(AT_HOME, OTHER), Map.of(AT_HOME, Set.of(OTHER)), true, false), CHILD_ALONE, REFERRAL)).isFalse();
    }

    @Test
    void nobodySpeaksForWhomTheReferralAccuses() {
        assertThat(holds(HOME, CHILD_ALONE, new Referral(Set.of(VICTIM), Set.of(ALONE)))).isFalse();
    }
}
