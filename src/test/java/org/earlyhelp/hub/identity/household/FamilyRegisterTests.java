package org.earlyhelp.hub.identity.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FamilyRegisterTests {
    private static Family family(String members) {
        Map<Long, FamilyRole> roles = new HashMap<>();
        for (String member : members.split(" ")) {
            roles.put(Long.valueOf(member.substring(1)), member.startsWith("c") ? FamilyRole.CHILD : FamilyRole.CARER);
        }
        return Family.of(roles, false);
    }

    private static List<String> assign(Map<Long, Long> before, String... families) {
        return FamilyRegister.assign(List.of(families).stream().map(FamilyRegisterTests::family).toList(), before).stream()
                .map(it -> it.id() + " takes " + it.takeover() + " from " + it.splitOff()).toList();
    }

    @Test
    void numbersNothingThatIsNew() {
        assertThat(assign(Map.of(), "c1 a2")).containsExactly("null takes [] from null");
    }

    @Test
    void followsTheChildrenNotTheAdults() {
        assertThat(assign(Map.of(1L, 9L, 2L, 5L, 3L, 5L), "c1 a2 a3")).containsExactly("9 takes [5] from null");
    }

    @Test
    void keepsTheOlderOfTwoEqualFamilies() {
        assertThat(assign(Map.of(1L, 9L, 2L, 5L), "c1 c2")).containsExactly("5 takes [9] from null");
    }

    @Test
    void leavesTheIdWithMostChildrenInASplit() {
        assertThat(assign(Map.of(1L, 5L, 2L, 5L, 3L, 5L), "c1", "c2 c3")).containsExactly("null takes [] from 5", "5 takes [] from null");
    }

    @Test
    void givesNoIdTwice() {
        assertThat(assign(Map.of(1L, 5L, 2L, 5L, 3L, 6L, 4L, 6L), "c1 c3", "c2 c4")).containsExactly("5 takes [] from null", "6 takes [] from null");
    }
}
