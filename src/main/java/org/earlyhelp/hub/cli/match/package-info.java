/**
 * {@code ehub match}: reads one or two CSV files as a columns file says, hands them to the hub's own matcher, and writes
 * pairs and clusters. Start at {@link org.earlyhelp.hub.cli.match.MatchCommand}. Prints places and record ids, never values.
 */
package org.earlyhelp.hub.cli.match;
