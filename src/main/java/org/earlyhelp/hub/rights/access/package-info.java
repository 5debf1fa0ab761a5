/**
 * The subject access pack: what the hub holds about one person, item by item, what of it an officer hands over, and the pack as a
 * second person released it. Start at {@link org.earlyhelp.hub.rights.access.AccessDesk}. Whoever asks near a domestic-abuse referral and
 * is not its victim gets what a family without one would get: {@link org.earlyhelp.hub.rights.access.AccessGuard}.
 */
@org.springframework.modulith.NamedInterface("access")
package org.earlyhelp.hub.rights.access;
