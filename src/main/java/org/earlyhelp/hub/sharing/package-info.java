/**
 * What may leave, to whom and why, and the record of it: agreements, the one disclosure policy, the sharing log.
 * Start at {@link org.earlyhelp.hub.sharing.DisclosureDesk}. Knows nothing of how people are matched or needs found:
 * what it must know of a subject comes as an argument.
 */
package org.earlyhelp.hub.sharing;
