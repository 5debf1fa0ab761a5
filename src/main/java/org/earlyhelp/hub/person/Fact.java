package org.earlyhelp.hub.person;

/**
 * What a record states, in one of six forms. No fact holds a name, an address or free text: people are the
 * record's mentions, free text is kept apart.
 */
public sealed interface Fact permits MissingReport, AttendanceDay, HealthFindings, DomesticAbuseReferral, Involvement, Concern {
}
