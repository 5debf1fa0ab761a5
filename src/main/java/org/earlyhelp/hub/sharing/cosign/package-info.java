/**
 * The hub's dealings with the witness of its log: sends each new checkpoint to be cosigned, and stops the log when the witness
 * has seen what this database does not continue. Start at {@link org.earlyhelp.hub.sharing.cosign.WitnessCourier}.
 */
@org.springframework.modulith.NamedInterface("cosign")
package org.earlyhelp.hub.sharing.cosign;
