/**
 * The tables of the room of rights: requests, packs and disputes; erasures, legal holds and retention runs, and the rewriting of
 * tables after an erasure. Texts that a person wrote or is named in are sealed; what stands open are references, states and days.
 */
package org.earlyhelp.hub.rights.storage;
