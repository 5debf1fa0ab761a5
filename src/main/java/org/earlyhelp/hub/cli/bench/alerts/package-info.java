/**
 * Which alerts the hub raises in a made-up borough, beside those it should: the real rules and the real move to raise over
 * families that are true, then over those that the hub's own matching makes. Start at
 * {@link org.earlyhelp.hub.cli.bench.alerts.AlertBench}. Knows no database.
 */
package org.earlyhelp.hub.cli.bench.alerts;
