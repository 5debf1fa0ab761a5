/**
 * What may leave, to whom and why, and the record of it: agreements, the one disclosure policy, the sharing log.
 * Start at {@link org.earlyhelp.hub.sharing.DisclosureDesk}. Knows nothing of how people are matched or needs found:
 * what it must know of a subject comes as an argument. Since most rooms to its right use them, tasks with threads of
 * their own stand here too: {@link org.earlyhelp.hub.sharing.HubTask}.
 */
package org.earlyhelp.hub.sharing;
