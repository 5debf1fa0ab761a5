/**
 * What was refused, and running it again: rows with a correction or under a mended layout, and whole deliveries. The content
 * is read from the raw copy each time and never kept twice. Start at {@link org.earlyhelp.hub.intake.quarantine.QuarantineRuns}.
 */
@org.springframework.modulith.NamedInterface("quarantine")
package org.earlyhelp.hub.intake.quarantine;
