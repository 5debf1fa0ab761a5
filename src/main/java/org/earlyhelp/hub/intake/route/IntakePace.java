package org.earlyhelp.hub.intake.route;

import java.time.Duration;

/**
 * How long intake rests between two looks at what is left over and at the council's files; a hub without a bean of this kind has
 * the usual one.
 */
public record IntakePace(Duration rest) {
    static final IntakePace USUAL = new IntakePace(Duration.ofSeconds(10));
}
