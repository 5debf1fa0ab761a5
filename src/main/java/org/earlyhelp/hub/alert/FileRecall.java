package org.earlyhelp.hub.alert;

import java.time.Instant;
import java.util.List;

/**
 * A file that its sender took back, with everyone who had been told of the people in it since it came, found in the sharing
 * log. Alerts that rested on it have recalls of their own.
 *
 * @param receipt of the recall
 * @param file    receipt of the file
 * @param people  so many people were linked to records of it
 */
public record FileRecall(String receipt, String file, String agency, String feed, long people, Instant at, List<Told> told) {
    public FileRecall {
        told = List.copyOf(told);
    }

    /**
     * Somebody who was told of such people; queues and agencies hear of it by messages and files of the alerts, people by a page.
     *
     * @param kind   QUEUE, ROLE, AGENCY or EXPORT
     * @param name   the queue, role, agency or export
     * @param who    the account that looked; "" for a machine
     * @param act    how it was told: SENT, VIEWED, EXPORTED or OUTCOME
     * @param people P- references of those of whom they were told
     */
    public record Told(String kind, String name, String who, String act, String channel, List<String> people, Instant lastAt) {
        public Told {
            people = List.copyOf(people);
        }
    }
}
