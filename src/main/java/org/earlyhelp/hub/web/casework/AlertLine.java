package org.earlyhelp.hub.web.casework;

import java.util.List;
import org.earlyhelp.hub.page.DueClock;

/**
 * One open alert in a list, ready to be printed. Names nobody of the family.
 *
 * @param why      one sentence
 * @param agencies as they may be named
 * @param news     what is new about it, or null
 * @param raised   when it was raised
 */
record AlertLine(String ref, int level, String levelWords, String why, List<String> agencies, String locality, String state, String owner, DueClock due,
                 String news, String raised) {
}
