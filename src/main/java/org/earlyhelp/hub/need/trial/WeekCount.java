package org.earlyhelp.hub.need.trial;

import java.time.LocalDate;

/** How many families came to an alert on a queue in the week of that Monday, under the rules in force and under the candidate. */
public record WeekCount(LocalDate monday, String queue, long before, long after) {
}
