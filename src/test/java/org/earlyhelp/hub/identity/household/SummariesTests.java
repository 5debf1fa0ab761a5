package org.earlyhelp.hub.identity.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.person.Address;
import org.earlyhelp.hub.person.Disclosure;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.Role;
import org.junit.jupiter.api.Test;

class SummariesTests {
    private static final long CHILD = 1;

    private static Statement said(int day, boolean inCare, String home) {
        Address address = new Address(home, null, null, "ZZ99 3VZ", null, Disclosure.NORMAL);
        Named child = Named.of(CHILD, Role.CHILD, null, true, MentionedPerson.builder().address(address).build());
        return new Statement(new Stamp(Instant.parse("2026-11-01T09:00:00Z").plusSeconds(86_400L * day), "day " + day), true, inCare, List.of(child));
    }

    private static String shown(Statement... statements) {
        return Summaries.of(Set.of(CHILD), List.of(statements)).of(CHILD, null).address().line1();
    }

    @Test
    void showsTheNewestAddress() {
        assertThat(shown(said(1, false, "4 Row"), said(2, false, "9 Lane"))).isEqualTo("9 Lane");
    }

    @Test
    void showsNoAddressThatStandsAlone() {
        assertThat(shown(said(1, false, "4 Row"), said(2, false, "4 Row"), said(3, false, "9 Lane"))).isEqualTo("4 Row");
    }

    @Test
    void showsNoPlaceOfAChildInCare() {
        assertThat(shown(said(1, false, "4 Row"), said(2, true, "9 Lane"))).isEqualTo("4 Row");
    }
}
