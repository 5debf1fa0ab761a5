package org.earlyhelp.hub.alert.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ChildrenChangeTests {
    private static final UnaryOperator<String> SAME = UnaryOperator.identity();

    @Test
    void tellsWhoJoinedAndWhoLeft() {
        assertThat(ChildrenChange.between(Set.of("P-1", "P-2"), Set.of("P-2", "P-3"), SAME)).isEqualTo(new ChildrenChange(Set.of("P-3"), Set.of("P-1")));
    }

    @Test
    void aMergedChildIsTheSameChild() {
        UnaryOperator<String> merged = person -> person.equals("P-1") ? "P-9" : person;

        assertThat(ChildrenChange.between(Set.of("P-1"), Set.of("P-9"), merged).isNone()).isTrue();
        assertThat(ChildrenChange.between(Set.of("P-9"), Set.of("P-1"), merged).isNone()).isTrue();
    }

    @Test
    void leavesOutWhoDoesNotCount() {
        ChildrenChange change = new ChildrenChange(Set.of("P-1", "P-2"), Set.of("P-3"));

        assertThat(change.only(child -> child.equals("P-2"), child -> false)).isEqualTo(new ChildrenChange(Set.of("P-2"), Set.of()));
    }

    @Test
    void namesNobodyInItsSentence() {
        assertThat(new ChildrenChange(Set.of("P-1"), Set.of()).sentence()).isEqualTo("A child was added to the family since this alert was last told.");
        assertThat(new ChildrenChange(Set.of("P-1", "P-2"), Set.of("P-3")).sentence()).isEqualTo(
                "2 children were added to the family since this alert was last told. A child is no longer named here, because of what newer records say.");
        assertThat(new ChildrenChange(Set.of(), Set.of()).sentence()).isEmpty();
    }
}
