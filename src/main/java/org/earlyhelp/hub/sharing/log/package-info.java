/**
 * The arithmetic of the sharing log: canonical JSON, salted commitments, the tree of RFC 6962 with its tiles and proofs,
 * and signed notes as C2SP describes them. Start at {@link org.earlyhelp.hub.sharing.log.CompactRange}, which grows a log,
 * and {@link org.earlyhelp.hub.sharing.log.SignedCheckpoint}, which states it. Pure: keys, time and stored hashes come as arguments.
 */
@org.springframework.modulith.NamedInterface("log")
package org.earlyhelp.hub.sharing.log;
