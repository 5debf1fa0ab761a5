package org.earlyhelp.hub.identity.cluster;

import org.earlyhelp.hub.linkage.Description;

/** A mention of a record and how it describes its person. */
public record Known(long mentionId, long recordId, Description description) {
}
