package org.earlyhelp.hub.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Which families the front door had a ground to look at: an alert. Tells references only. */
public interface AlertedFamilies {
    /** Those of the F- references that have an open alert, or had one that was raised or ended since then. */
    Set<String> among(Collection<String> families, Instant since);
}
