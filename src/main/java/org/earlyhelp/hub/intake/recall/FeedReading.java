package org.earlyhelp.hub.intake.recall;

import java.util.function.Function;
import java.util.function.Predicate;
import org.earlyhelp.hub.intake.Delivery;
import org.earlyhelp.hub.mapping.Mapping;
import org.earlyhelp.hub.person.Notice;

/**
 * How the files of a feed are read.
 *
 * @param urgent whether what they say is looked at first
 * @param ownOf  which rows of a file its sender may send
 */
public record FeedReading(Mapping layout, boolean urgent, Function<Delivery, Predicate<Notice>> ownOf) {
    boolean hasVersions() {
        return layout.file().root().has("recordVersion");
    }
}
