/**
 * A morning of a big borough: hundreds of schools' files over many SFTP sessions within minutes, police notices and people
 * at their pages meanwhile. Start at {@link org.earlyhelp.hub.cli.bench.morning.MorningBench}.
 */
package org.earlyhelp.hub.cli.bench.morning;
