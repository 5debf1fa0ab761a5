/**
 * Alerts to the front door: raised, updated, decided, withdrawn, with their clocks; the outbox; decisions back.
 * Hears {@link org.earlyhelp.hub.need.FamilyAssessed}. Decides nothing about a family: it tells a person.
 * Other rooms read by {@link org.earlyhelp.hub.alert.AlertDirectory} and decide by
 * {@link org.earlyhelp.hub.alert.AlertDecisions}. Inside: {@code life} (the pure rules of an alert's life),
 * {@code message} (the pure form of a message), {@code desk} (what happens when), {@code storage}, {@code route}.
 */
package org.earlyhelp.hub.alert;
