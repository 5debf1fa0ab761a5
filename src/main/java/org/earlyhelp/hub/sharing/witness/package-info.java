/**
 * What a witness of the sharing log does, and what the hub says to it (C2SP tlog-witness): a process with a key and a store of
 * its own that cosigns a checkpoint only when the log has grown from the one before. Start at
 * {@link org.earlyhelp.hub.sharing.witness.Witness}. It knows neither the database nor what an entry says.
 */
@org.springframework.modulith.NamedInterface("witness")
package org.earlyhelp.hub.sharing.witness;
