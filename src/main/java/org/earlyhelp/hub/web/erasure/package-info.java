/**
 * Pages about the end of holding data: erasures, legal holds and retention runs. They show references and counts, no person.
 * Start at {@link org.earlyhelp.hub.web.erasure.ErasurePages}.
 */
package org.earlyhelp.hub.web.erasure;
