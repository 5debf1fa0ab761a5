package org.earlyhelp.hub.person;

import java.time.LocalDate;

/** Who already works with a person. {@code level} 1 to 4 or null; open until {@code closed} has a date. */
public record Involvement(String service, Integer level, String leadWorker, String leadWorkerContact,
                          LocalDate opened, LocalDate closed) implements Fact {
    /** Whether it has not ended by that day. */
    public boolean isOpenOn(LocalDate day) {
        return closed == null || closed.isAfter(day);
    }
}
