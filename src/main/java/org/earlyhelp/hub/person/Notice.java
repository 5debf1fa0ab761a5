package org.earlyhelp.hub.person;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One record of one agency in the hub's own form: who is mentioned, and one fact.
 *
 * @param sourceRef  the sender's reference; may hold names, so it stays inside
 * @param version    from 1; 1 where the feed has none
 * @param correction whether it replaces an equal version (kind CORRECTION)
 * @param observedAt when it was so, by which state is ordered in feeds without versions; null = on arrival
 * @param freeText   named free texts (such as circumstances, narrative): kept encrypted, opened one at a time
 * @param notes      faults of form that a reader of the alert must know; plain sentences without values
 */
public record Notice(String sourceRef, int version, boolean correction, Instant observedAt, List<Mention> mentions,
                     Fact fact, Map<String, String> freeText, List<String> notes) {
    public Notice {
        mentions = List.copyOf(mentions);
        freeText = Map.copyOf(freeText);
        notes = List.copyOf(notes);
    }
}
