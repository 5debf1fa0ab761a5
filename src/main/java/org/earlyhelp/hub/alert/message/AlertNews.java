package org.earlyhelp.hub.alert.message;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.life.MessageType;

/**
 * What is to be told of an alert.
 *
 * @param id     ULID of the message
 * @param source   the CloudEvents source, such as {@code /early-help-hub/avonford}
 * @param disputed evidence of which the person concerned says that it is wrong
 */
public record AlertNews(Alert alert, MessageType type, String id, Instant at, String source, List<PersonFlags> people, Set<String> disputed) {
    public AlertNews {
        people = List.copyOf(people);
        disputed = Set.copyOf(disputed);
    }

    /** Of facts that nobody disputes. */
    public AlertNews(Alert alert, MessageType type, String id, Instant at, String source, List<PersonFlags> people) {
        this(alert, type, id, at, source, people, Set.of());
    }

    /** Whether a place of anyone concerned is hidden: then no place and no telling name of an agency goes out. */
    public boolean placeHidden() {
        return people.stream().anyMatch(PersonFlags::placeHidden)
                || alert.content().children().stream().anyMatch(child -> child.placeHidden());
    }
}
