/**
 * What the records hold about one person, item by item, for an answer to that person under their rights: their details as each
 * agency stated them, what agencies told of them, and who else is named beside them. Pure but for the entry
 * {@link org.earlyhelp.hub.identity.subject.RecordItems}'s caller in {@code storage}.
 */
package org.earlyhelp.hub.identity.subject;
