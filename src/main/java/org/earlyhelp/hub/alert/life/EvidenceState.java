package org.earlyhelp.hub.alert.life;

import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.person.Fact;

/**
 * A record that an alert rests on, as it stands now.
 *
 * @param fingerprint  of its content, hexadecimal
 * @param current      no higher version replaced it
 * @param fact         what it states
 * @param latest       what the highest version held of the same source reference states
 * @param people       P- references its mentions are linked to now
 * @param marks        attendance: 62 marks a month by {@code yyyy-MM-dd} of the first day; else empty
 * @param deletedCodes codes whose finding a sender has deleted for these people
 */
public record EvidenceState(String fingerprint, boolean current, Fact fact, Fact latest, Set<String> people,
                            Map<String, String> marks, Set<String> deletedCodes) {
    public EvidenceState {
        people = Set.copyOf(people);
        marks = Map.copyOf(marks);
        deletedCodes = Set.copyOf(deletedCodes);
    }

    /** What of it must be remembered to notice a correction later. */
    public Footing remembered(String evidence) {
        return new Footing(evidence, fingerprint, people, marks);
    }
}
