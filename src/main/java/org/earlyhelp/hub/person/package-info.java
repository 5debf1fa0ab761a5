/**
 * The canonical model as values: identifiers with their check digits, names, addresses, the people a record
 * mentions, and the six kinds of fact. Every layout of every agency is mapped to this and nothing else.
 * Start at {@link org.earlyhelp.hub.person.Notice}. Pure: knows no Spring, Camel, SQL, clock or randomness.
 */
package org.earlyhelp.hub.person;
