/**
 * A description as few bytes, about a hundred instead of several thousand, and back again without loss. Start at
 * {@link org.earlyhelp.hub.identity.cluster.packed.DescriptionCodec}. The form lives in memory only: it is never
 * stored, so it may change with any version.
 */
package org.earlyhelp.hub.identity.cluster.packed;
