/** {@code ehub why}: what happened to whatever has a reference. The answer is made in {@code web.why}. */
package org.earlyhelp.hub.cli.why;
