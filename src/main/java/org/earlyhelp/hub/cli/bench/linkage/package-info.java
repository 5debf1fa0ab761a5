/**
 * Measures the hub's matcher on public data whose truth is known: how right it is, and how fast. Start at
 * {@link org.earlyhelp.hub.cli.bench.linkage.LinkageBench}. Truth columns are for scoring only and never reach the matcher.
 */
package org.earlyhelp.hub.cli.bench.linkage;
