package org.earlyhelp.hub.web.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.need.ShippedRules;
import org.earlyhelp.hub.need.rules.Localities;
import org.junit.jupiter.api.Test;

class PlacesTests {
    private static final Places PLACES = Places.of(ShippedRules.rules().localities().areas());

    @Test
    void keepsTheOrderOfTheFileAndTheHubsOwnWordsLast() {
        assertThat(PLACES.ids(Set.of("withheld", "old-town", "harbour")))
                .containsExactly("riverside", "harbour", "northfield", "westbrook", "old-town", "out-of-area", "unknown", "withheld");
        assertThat(PLACES.title("out-of-area")).isEqualTo("Out of area");
        assertThat(PLACES.title("old-town")).isEqualTo("old-town");
    }

    @Test
    void knowsHowManyChildrenLiveWhereTheRulesSaySo() {
        assertThat(PLACES.children("riverside")).hasValue(8200);
        assertThat(PLACES.children("withheld")).isEmpty();
        assertThat(Places.of(List.of(new Localities.Area("old-town", "Old Town", null))).children("old-town")).isEmpty();
    }
}
