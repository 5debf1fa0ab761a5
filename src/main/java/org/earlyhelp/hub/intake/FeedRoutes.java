package org.earlyhelp.hub.intake;

import java.util.List;
import org.earlyhelp.hub.kernel.ConfigFault;

/** The files of {@code routes/} as they run now, for pages and the doctor. */
public interface FeedRoutes {
    /** What is wrong, by file and line; the rest goes on working. */
    List<ConfigFault> faults();

    /** Ids of the routes that were loaded from files: {@code <agency>/<feed>} for lanes. */
    List<String> running();
}
