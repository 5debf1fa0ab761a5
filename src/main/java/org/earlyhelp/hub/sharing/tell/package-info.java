/**
 * Tells people and machines outside the hub in plain words that something needs them, once a channel: kept in a table until it
 * was taken or is too old to be of use. Start at {@link org.earlyhelp.hub.sharing.tell.Teller}; a way to tell implements
 * {@link org.earlyhelp.hub.sharing.tell.TellingChannel}. What is told names nobody: such words are their callers' to answer for.
 */
@org.springframework.modulith.NamedInterface("tell")
package org.earlyhelp.hub.sharing.tell;
