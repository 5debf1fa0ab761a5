package org.earlyhelp.hub.cli.generate;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What to generate.
 *
 * @param families households with children, 1 to {@value #MOST_FAMILIES}
 * @param seed     the same seed gives the same bytes
 * @param today    the London date at which the files are dropped; nothing in them is later
 * @param out      folder that will hold {@code feeds} and {@code truth}; files of an earlier run are overwritten
 * @param noise    factor on all fault rates: 0 = faultless senders, 1 = the rates of the contract
 */
public record BoroughPlan(int families, long seed, LocalDate today, Path out, double noise) {
    /** Bounded by the synthetic NHS numbers, 999 xxx xxxx, of which about 909,000 have a check digit. */
    public static final int MOST_FAMILIES = 150_000;

    /** Beyond this factor some rates pass one half and truth and files have little in common. */
    public static final double MOST_NOISE = 5;

    public BoroughPlan {
        if (families < 1 || families > MOST_FAMILIES) {
            throw new IllegalArgumentException("families must be 1 to " + MOST_FAMILIES + ", not " + families);
        }
        if (!(noise >= 0 && noise <= MOST_NOISE)) {
            throw new IllegalArgumentException("noise must be 0 to " + MOST_NOISE + ", not " + noise);
        }
    }
}
