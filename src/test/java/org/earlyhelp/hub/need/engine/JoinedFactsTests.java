package org.earlyhelp.hub.need.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.earlyhelp.hub.need.engine.AFamily.POLICE;
import static org.earlyhelp.hub.need.engine.AFamily.aFamily;
import static org.earlyhelp.hub.need.engine.AFamily.codes;
import static org.earlyhelp.hub.need.engine.Reports.missing;

import java.time.Instant;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.LiveFeeds;
import org.earlyhelp.hub.need.ShippedRules;
import org.earlyhelp.hub.person.MissingReport.RiskGrade;
import org.junit.jupiter.api.Test;

class JoinedFactsTests {
    private static AFamily twiceMissing() {
        return aFamily().child("ana", "2012-05-01").says(POLICE, "N1", missing("2026-11-01T10:00:00Z", RiskGrade.LOW), "ana")
                .says(POLICE, "N2", missing("2026-11-10T10:00:00Z", RiskGrade.LOW), "ana");
    }

    private static AFamily onceMissing() {
        return aFamily().recordsFrom(100).child("anna", "2012-05-01").says("westmarch-police", "W1", missing("2026-11-20T10:00:00Z", RiskGrade.LOW), "anna");
    }

    private static Assessment joined(AFamily one, AFamily other, String kept, String gone) {
        FamilyFacts facts = JoinedFacts.of(one.facts(), other.facts(), idOf(one, kept), idOf(other, gone));
        return new NeedEngine(ShippedRules.rules(), LiveFeeds.ALL).assess(facts, Known.NOTHING, Instant.parse(AFamily.NOW)).assessment();
    }

    private static long idOf(AFamily family, String name) {
        return family.facts().members().stream().filter(member -> member.ref().equals("P-" + name)).findFirst().orElseThrow().id();
    }

    @Test
    void addsUpWhatIsKnownOfOneChild() {
        assertThat(codes(twiceMissing().now())).containsExactly("MISSING");

        assertThat(codes(joined(twiceMissing(), onceMissing(), "ana", "anna"))).containsExactly("MISSING/REPEAT");
    }

    @Test
    void keepsOneOfBothPeople() {
        assertThat(joined(twiceMissing(), onceMissing(), "ana", "anna").children()).extracting(Assessment.Child::person).containsExactly("P-ana");
    }

    @Test
    void bringsTheOtherFamilyAlong() {
        AFamily other = onceMissing().child("ben", "2014-01-01");

        assertThat(joined(twiceMissing(), other, "ana", "anna").children()).extracting(Assessment.Child::person).containsExactlyInAnyOrder("P-ana", "P-ben");
    }

    @Test
    void changesNothingOfOneFamilyJoinedToItself() {
        AFamily family = twiceMissing();

        assertThat(joined(family, family, "ana", "ana").needs()).isEqualTo(family.now().needs());
    }
}
