package org.earlyhelp.hub.identity;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What the people concerned say is wrong. Whoever shows such a fact shows that it is disputed. Holds references, no values; whose words
 * they are is kept by the room of rights, which alone sets and ends them.
 */
public interface DisputedFacts {
    /** The details of a person that can be disputed by themselves. */
    Set<String> FIELDS = Set.of("name", "dateOfBirth", "address", "phone", "nhsNumber");

    /**
     * One disputed fact: a record or a detail, the other is null.
     *
     * @param ref    reference of the dispute
     * @param person P- reference as it stands
     * @param record opaque id of the record
     */
    record Disputed(String ref, String person, String record, String field, Instant since) {
        /** Whether one of the evidence, {@code agency/feed/ULID@version}, is the record. */
        public boolean isAmong(List<String> evidence) {
            return record != null && evidence.stream().anyMatch(one -> one.contains("/" + record + "@"));
        }
    }

    /** What is disputed now, of people who stand; of a disputed record every version has a line. */
    List<Disputed> of(Set<String> people);

    /** Notes that a fact is disputed, in the caller's transaction. */
    void dispute(Disputed fact);

    /** Ends it, in the caller's transaction; nothing happens when it has ended. */
    void settle(String ref, Instant at);
}
