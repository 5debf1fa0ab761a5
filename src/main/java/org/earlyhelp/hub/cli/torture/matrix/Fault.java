package org.earlyhelp.hub.cli.torture.matrix;

import java.util.List;
import org.earlyhelp.hub.cli.torture.verdict.Finding;

/** Injects one fault and says what the referee found. */
@FunctionalInterface
interface Fault {
    /** Throws {@link NotHere} where this machine does not let it; anything else that it throws fails the row. */
    List<Finding> strike(Place place) throws Exception;
}
