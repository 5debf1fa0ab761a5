/**
 * {@code ehub bench log}: how fast the sharing log takes entries, proves, finds and is verified. Start at
 * {@link org.earlyhelp.hub.cli.bench.log.LogBench}.
 */
package org.earlyhelp.hub.cli.bench.log;
