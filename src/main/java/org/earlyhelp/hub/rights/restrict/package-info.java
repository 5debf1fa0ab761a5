/**
 * Objection and restriction: a person's data is kept and used to keep a child safe, for nothing else. Start at
 * {@link org.earlyhelp.hub.rights.restrict.RestrictionDesk}. What it means for matching and needs is said by those rooms.
 */
@org.springframework.modulith.NamedInterface("restrict")
package org.earlyhelp.hub.rights.restrict;
