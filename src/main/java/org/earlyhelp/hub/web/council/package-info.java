/** The council's folders at work: read at start, read again every ten seconds, faults kept for the pages. */
package org.earlyhelp.hub.web.council;
