package org.earlyhelp.hub.sharing.log;

import java.util.Optional;

/**
 * One entry at its place in the log.
 *
 * @param opening empty when it was erased, or not asked for
 */
public record Leaf(long index, Commitment commitment, Optional<Opening> opening) {
}
