/**
 * Facts that the person concerned says are wrong: kept as disputed in their words, shown as such wherever they are shown, sent back to
 * the agency that stated them, and settled by a correction or with a reason. Start at {@link org.earlyhelp.hub.rights.dispute.DisputeDesk}.
 */
@org.springframework.modulith.NamedInterface("dispute")
package org.earlyhelp.hub.rights.dispute;
