/**
 * Pages of the rights of people: the register of requests, the items and the release of an access pack, disputes, the plain
 * statement for a family, and the end of holding data: erasures, legal holds and retention runs. Start at
 * {@link org.earlyhelp.hub.web.rights.RequestPages}. Every page that shows somebody's data asks the disclosure desk.
 */
package org.earlyhelp.hub.web.rights;
