/**
 * Erasing a person: what would go, two people who say so, the run through every room and every copy, and the proof. Start at
 * {@link org.earlyhelp.hub.rights.erase.ErasureDesk}; what happens when is in {@link org.earlyhelp.hub.rights.erase.ErasureRun}.
 */
@org.springframework.modulith.NamedInterface("erase")
package org.earlyhelp.hub.rights.erase;
