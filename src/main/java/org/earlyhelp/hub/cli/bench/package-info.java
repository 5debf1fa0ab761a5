/**
 * Measures what the hub promises: minutes of a notice, rows a second of attendance, seconds of a start, each beside the
 * least that the same machine needs for the same bytes; pages of a full store; in {@code borough} how well people are
 * matched, and in {@code alerts} which alerts come of it. Start at {@link org.earlyhelp.hub.cli.bench.BenchCommand}; the last figures are in {@code src/docs/benchmarks.md}. No test asserts a time.
 */
package org.earlyhelp.hub.cli.bench;
