/**
 * A made-up child that goes through every feed and must come out at the other end: so a lane that stands still is noticed even
 * where agencies have nothing to send. It takes the way of every file, is pulled, mapped, written to the database, linked by
 * identity and assessed, and all that is written is taken back in the same transaction: it is in no count, list, page, export or
 * alert, and leaves no receipt. What would have been told of it then goes over the broker and back. Start at {@link org.earlyhelp.hub.intake.canary.CanaryRounds}.
 */
@org.springframework.modulith.NamedInterface("canary")
package org.earlyhelp.hub.intake.canary;
