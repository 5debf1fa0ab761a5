/**
 * Whether people of all names are matched alike: the last measure on a made-up borough, as a page and as CSV. Start at
 * {@link org.earlyhelp.hub.web.fairness.FairnessPage}. Shows no person.
 */
package org.earlyhelp.hub.web.fairness;
