package org.earlyhelp.hub.alert.desk;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.life.EvidenceState;
import org.earlyhelp.hub.alert.life.Grounds;
import org.earlyhelp.hub.alert.storage.EvidenceStore;
import org.earlyhelp.hub.need.Assessment;
import org.springframework.stereotype.Component;

/** Looks up what an assessment, or an alert after it, rests on. */
@Component
class GroundsDesk {
    private final EvidenceStore evidence;

    GroundsDesk(EvidenceStore evidence) {
        this.evidence = evidence;
    }

    /** What the assessment rests on. */
    Grounds of(Assessment now) {
        return Grounds.of(now, evidence.look(evidenceOf(now)));
    }

    /** What something rests on after a further assessment, so that a correction is told from time. */
    Grounds renewed(Grounds before, Assessment now) {
        Map<String, EvidenceState> states = evidence.look(Stream.concat(before.evidence().stream(), evidenceOf(now).stream()).toList());
        Map<String, String> standing = evidence.standingFor(before.people());
        return before.renewedBy(now, states, person -> standing.getOrDefault(person, person));
    }

    /** How many of the grounds were taken back by now. */
    long takenBack(Grounds before, Assessment now) {
        Map<String, EvidenceState> states = evidence.look(Stream.concat(before.evidence().stream(), evidenceOf(now).stream()).toList());
        Map<String, String> standing = evidence.standingFor(before.people());
        return before.takenBack(now, states, person -> standing.getOrDefault(person, person));
    }

    private static List<String> evidenceOf(Assessment now) {
        return Stream.concat(now.needs().stream().flatMap(need -> need.evidence().stream()),
                now.harmTests().stream().flatMap(test -> test.evidence().stream())).toList();
    }
}
