/**
 * Legal holds: whose data may not be erased or run out, because a court, an inquiry or the council's own duty may need it.
 * Start at {@link org.earlyhelp.hub.rights.hold.LegalHolds}.
 */
@org.springframework.modulith.NamedInterface("hold")
package org.earlyhelp.hub.rights.hold;
