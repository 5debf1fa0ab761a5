package org.earlyhelp.hub.rights.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RequestLifeTests {
    @Test
    void leadsFromEveryOpenStateToAnEnd() {
        for (RequestKind kind : RequestKind.values()) {
            for (RequestState state : RequestState.values()) {
                boolean reached = RequestLife.edges().stream().anyMatch(edge -> edge.to() == state && edge.kinds().contains(kind)) || state == RequestState.RECEIVED;
                assertThat(reached && state.isOpen() && RequestLife.acts(kind, state).isEmpty()).as(kind + " " + state).isFalse();
            }
        }
    }

    @Test
    void releasesNothingWithoutBeingPreparedBefore() {
        assertThat(RequestLife.edges()).filteredOn(edge -> edge.act() == RequestAct.RELEASE).allMatch(edge -> edge.from() == RequestState.PROPOSED);
        assertThat(RequestLife.edges()).filteredOn(edge -> edge.act() == RequestAct.ANSWER).allMatch(edge -> edge.kinds().stream().noneMatch(RequestKind::needsTwoPeople));
    }

    @Test
    void endsRefusedAndWithdrawnForGood() {
        for (RequestKind kind : RequestKind.values()) {
            assertThat(RequestLife.acts(kind, RequestState.REFUSED)).isEmpty();
            assertThat(RequestLife.acts(kind, RequestState.WITHDRAWN)).isEmpty();
        }
    }

    @Test
    void hasOneWayForEachAct() {
        assertThat(RequestLife.edges()).allSatisfy(edge -> assertThat(RequestLife.edges().stream()
                .filter(other -> other.from() == edge.from() && other.act() == edge.act() && other.kinds().stream().anyMatch(edge.kinds()::contains)).count()).isOne());
        assertThat(Arrays.stream(RequestKind.values()).filter(RequestKind::needsTwoPeople)).containsExactly(RequestKind.ACCESS, RequestKind.OBJECTION, RequestKind.RESTRICTION);
    }
}
