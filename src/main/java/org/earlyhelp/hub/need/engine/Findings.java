package org.earlyhelp.hub.need.engine;

import java.util.List;

/**
 * What the needs and harm tests of one set of rules find in a family.
 *
 * @param needs  those that another one supersedes left out
 * @param doubts what could not be evaluated; more may be added
 */
record Findings(List<ShownNeed> needs, List<ShownHarm> harms, Doubts doubts) {
    Findings {
        needs = List.copyOf(needs);
        harms = List.copyOf(harms);
    }
}
