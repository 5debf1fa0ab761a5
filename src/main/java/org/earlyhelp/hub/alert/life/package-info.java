/**
 * The rules of an alert's life as pure functions: its states and edges, what an assessment leads to, when its clocks
 * run out, when its grounds have fallen away. Start at {@link org.earlyhelp.hub.alert.life.AlertLife}. No Spring, SQL or clock.
 */
@org.springframework.modulith.NamedInterface("life")
package org.earlyhelp.hub.alert.life;
