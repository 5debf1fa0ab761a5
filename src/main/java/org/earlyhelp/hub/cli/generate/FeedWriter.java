package org.earlyhelp.hub.cli.generate;

import java.io.Closeable;
import java.io.IOException;
import java.util.random.RandomGenerator;

/** Writes what one feed (or one layout that two agencies share) says of a household. Not thread-safe. */
interface FeedWriter extends Closeable {
    /** {@code random} decides the noise alone, never what is true. */
    void write(Household household, Life life, RandomGenerator random) throws IOException;
}
