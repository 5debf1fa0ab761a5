/**
 * What ends by itself, a certificate or a key, is an alarm thirty days before, another one once it has ended, and over when there is a
 * new one. Start at {@link org.earlyhelp.hub.intake.expiry.EndingWatch}; what ends is told by the {@link org.earlyhelp.hub.intake.expiry.EndingSource}s.
 */
@org.springframework.modulith.NamedInterface("expiry")
package org.earlyhelp.hub.intake.expiry;
