package org.earlyhelp.hub.alert.message;

import java.time.Instant;
import java.util.List;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.life.MessageType;

/**
 * What is to be told of an alert.
 *
 * @param id     ULID of the message
 * @param source the CloudEvents source, such as {@code /early-help-hub/avonford}
 */
public record AlertNews(Alert alert, MessageType type, String id, Instant at, String source, List<PersonFlags> people) {
    public AlertNews {
        people = List.copyOf(people);
    }

    /** Whether a place of anyone concerned is hidden: then no place and no telling name of an agency goes out. */
    public boolean placeHidden() {
        return people.stream().anyMatch(PersonFlags::placeHidden)
                || alert.content().children().stream().anyMatch(child -> child.placeHidden());
    }
}
