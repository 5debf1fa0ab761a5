package org.earlyhelp.hub.cli.retrain;

import java.util.List;
import org.earlyhelp.hub.linkage.Description;

/**
 * What is learned from.
 *
 * @param descriptions each different one once
 * @param source       where they come from, as the model will say; names no person and no folder
 */
record Said(List<Description> descriptions, String source) {
    /** With fewer, chance would decide what is learned: a small borough keeps the weights that the hub comes with. */
    static final int LEAST_DESCRIPTIONS = 1_000;

    boolean isTooLittle() {
        return descriptions.size() < LEAST_DESCRIPTIONS;
    }
}
