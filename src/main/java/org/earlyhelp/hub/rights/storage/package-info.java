/**
 * The tables of the room of rights, and the rewriting of tables after an erasure. Texts that a person wrote or is named in are
 * sealed; what stands open are references, states and days.
 */
package org.earlyhelp.hub.rights.storage;
