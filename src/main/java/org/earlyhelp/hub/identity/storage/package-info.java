/**
 * The tables of people, links, kinship and families. SQL and rows, no decisions. The read doors of the room
 * ({@link org.earlyhelp.hub.identity.LinkedMentions} and its neighbours) are kept here.
 */
package org.earlyhelp.hub.identity.storage;
