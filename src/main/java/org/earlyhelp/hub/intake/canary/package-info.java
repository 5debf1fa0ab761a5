/**
 * A made-up child that goes through every feed and must come out at the other end: so a lane that stands still is noticed even
 * where agencies have nothing to send. It takes the way of every file, is pulled, mapped, written to the database and linked
 * by identity, and all that is written is taken back in the same transaction: it is in no count, list, page, export, message or
 * alert, and leaves no receipt. Start at {@link org.earlyhelp.hub.intake.canary.CanaryRounds}.
 */
@org.springframework.modulith.NamedInterface("canary")
package org.earlyhelp.hub.intake.canary;
