package org.earlyhelp.hub.rights.access;

import java.time.LocalDate;
import java.util.List;

/**
 * A pack as it is handed over. The same words stand in every pack whatever was left out, so that none tells by its form.
 *
 * @param request reference of the request, to name in a letter
 * @param asked   in what capacity it was asked for, in words
 * @param council who answers for the hub
 * @param contact how to reach the data protection officer
 * @param notes   what every answer says
 */
public record Pack(String request, String asked, LocalDate released, String council, String contact, List<Part> parts, List<String> notes) {
    /** One part; {@code lines} may be empty. */
    public record Part(String title, List<Line> lines) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /** One thing; {@code on} and {@code source} are null where there is none. */
    public record Line(String what, String says, String on, String source) {
    }

    public Pack {
        parts = List.copyOf(parts);
        notes = List.copyOf(notes);
    }

    @Override
    public String toString() {
        return "the pack of " + request;
    }
}
