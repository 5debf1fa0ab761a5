package org.earlyhelp.hub.web.why;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What happened, in the order of time, and what that comes to.
 *
 * @param about   the reference
 * @param steps   what happened when
 * @param reasons what is so now and why, one sentence each; empty when the steps say all
 * @param people  P- references of all whom the story is about
 */
public record Story(String about, List<Step> steps, List<String> reasons, List<String> people) {
    /** The times stand in UTC. */
    public record Step(Instant at, String what) {
    }

    public Story {
        steps = steps.stream().sorted(Comparator.comparing(Step::at)).toList();
        reasons = List.copyOf(reasons);
        people = people.stream().distinct().sorted().toList();
    }
}
