package org.earlyhelp.hub.need;

/** News inside the transaction that wrote the assessment: what follows from it (an alert) commits with it or not at all. */
public record FamilyAssessed(Assessment assessment) {
}
