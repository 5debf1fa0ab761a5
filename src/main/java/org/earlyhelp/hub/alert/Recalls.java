package org.earlyhelp.hub.alert;

import java.util.List;
import java.util.Optional;

/** The recalls of withdrawn alerts. They hold references and accounts, nothing about a person. */
public interface Recalls {
    /** The latest, newest first, at most {@code limit}. */
    List<Recall> latest(int limit);

    /** The recall of one alert; empty when it was not withdrawn. */
    Optional<Recall> of(String alertRef);

    /** Recalls of what that account had looked at or exported, newest first: their page tells them. */
    List<Recall> toldTo(String account, int limit);
}
