/**
 * How a referee says what it found out: {@link org.earlyhelp.hub.cli.torture.verdict.Finding}, and the referee of the sharing
 * log. Knows nothing of what was sent.
 */
package org.earlyhelp.hub.cli.torture.verdict;
