package org.earlyhelp.hub.need.trial;

import java.util.List;
import org.earlyhelp.hub.kernel.ConfigFault;

/**
 * A candidate that was tried.
 *
 * @param unraised what it changes without raising a version, for which it would not be taken
 */
public record TriedRules(WhatIf whatIf, List<ConfigFault> unraised) {
    public TriedRules {
        unraised = List.copyOf(unraised);
    }
}
