package org.earlyhelp.hub.cli.bench.alerts;

import java.util.Set;
import org.earlyhelp.hub.need.engine.FamilyFacts;

/**
 * A family, its facts, and whose children they truly are.
 *
 * @param households of its children; empty when nobody can say
 */
record BoroughFamily(FamilyFacts facts, Set<String> households) {
    BoroughFamily {
        households = Set.copyOf(households);
    }
}
