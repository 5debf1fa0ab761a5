/** The files as they came, encrypted at rest, and the keys of this room. Knows nothing of what is in them. */
@org.springframework.modulith.NamedInterface("raw")
package org.earlyhelp.hub.intake.raw;
