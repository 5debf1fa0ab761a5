/**
 * Pages of the rights of people: the register of requests, the items and the release of an access pack, disputes, and the plain
 * statement for a family. Start at {@link org.earlyhelp.hub.web.rights.answer.RequestPages}. Every page that shows somebody's data asks the disclosure desk.
 */
package org.earlyhelp.hub.web.rights.answer;
