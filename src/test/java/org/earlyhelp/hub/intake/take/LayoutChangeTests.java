package org.earlyhelp.hub.intake.take;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.intake.DeliveryError;
import org.junit.jupiter.api.Test;

class LayoutChangeTests {
    private static final List<String> BEFORE = List.of("URN", "UPN", "DOB", "AM", "PM");
    private static final Set<String> READ = Set.of("URN", "UPN", "DOB", "AM", "PM", "Pupil UPN");

    private static List<String> told(List<String> now) {
        return LayoutChange.between(BEFORE, now, "20 November 2026", READ::contains).stream().map(DeliveryError::message).toList();
    }

    @Test
    void saysWhichColumnHasAnotherName() {
        assertThat(told(List.of("URN", "Unique Pupil Number", "DOB", "AM", "PM")))
                .containsExactly("Since the file of 20 November 2026 the column \"UPN\" is now \"Unique Pupil Number\".");
        assertThat(told(List.of("PM", "urn", "am", "UPN", "DOB"))).containsExactly("Since the file of 20 November 2026 the column \"URN\" is now \"urn\".",
                "Since the file of 20 November 2026 the column \"AM\" is now \"am\".");
    }

    @Test
    void knowsAColumnAgainByItsNeighbours() {
        assertThat(told(List.of("URN", "Pupil No", "DOB", "Morning", "PM", "Notes"))).containsExactly(
                "Since the file of 20 November 2026 the column \"UPN\" is now \"Pupil No\".", "Since the file of 20 November 2026 the column \"AM\" is now \"Morning\".",
                "Since the file of 20 November 2026 the column \"Notes\" is new; the hub does not read it.");
    }

    @Test
    void saysWhatIsGoneAndWhatToDo() {
        assertThat(LayoutChange.between(BEFORE, List.of("URN", "DOB", "AM", "PM"), "20 November 2026", READ::contains)).containsExactly(
                new DeliveryError(1, 0, "UPN", "LAYOUT_CHANGED", true, "Since the file of 20 November 2026 the column \"UPN\" is no longer sent.", "Send it again if it was left out by mistake."));
        assertThat(LayoutChange.between(BEFORE, List.of("URN", "Pupil UPN", "DOB", "AM", "PM"), "20 November 2026", READ::contains)).extracting(DeliveryError::fix)
                .containsExactly("Nothing to do: the layout knows the new name.");
    }

    @Test
    void isSilentWhenOnlyTheOrderChanged() {
        assertThat(told(List.of("PM", "AM", "DOB", "UPN", "URN"))).isEmpty();
        assertThat(told(BEFORE)).isEmpty();
    }

    @Test
    void repeatsNothingOfALineThatMayBeAPerson() {
        assertThat(told(List.of("999101", "A999101", "02/04/2012", "Okafor", "Chidi"))).isEmpty();
        assertThat(LayoutChange.between(List.of(), BEFORE, "", READ::contains)).isEmpty();
    }

    @Test
    void tellsNoMoreThanItsLimit() {
        List<String> now = new ArrayList<>(BEFORE);
        for (int i = 0; i < 2 * LayoutChange.TOLD_LIMIT; i++) {
            now.add("x".repeat(500) + i);
        }

        assertThat(told(now)).hasSize(LayoutChange.TOLD_LIMIT).allMatch(message -> message.length() < 250);
    }
}
