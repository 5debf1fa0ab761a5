/** How a referee says what it found out: {@link org.earlyhelp.hub.cli.torture.verdict.Finding}. Knows nothing of hubs. */
package org.earlyhelp.hub.cli.torture.verdict;
