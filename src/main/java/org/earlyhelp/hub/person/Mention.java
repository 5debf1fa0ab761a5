package org.earlyhelp.hub.person;

/**
 * One person of a record. {@code index} counts from 0 within the role, in the order of the record;
 * {@code relationship} is to the child of the record and null for the child, a victim or an alleged perpetrator.
 */
public record Mention(Role role, int index, Relationship relationship, MentionedPerson person) {
}
