/** The pages of information governance: the sharing log and the agreements. They show references, never a person's data. */
package org.earlyhelp.hub.web.governance;
