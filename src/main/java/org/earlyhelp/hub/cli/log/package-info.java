/**
 * {@code ehub log}: the sharing log written into a folder, such a folder verified without the hub, the database
 * checked against the log, and the log's keys. Start at
 * {@link org.earlyhelp.hub.cli.log.LogCommand}. Prints indexes, hashes and counts and nothing that an entry says.
 */
package org.earlyhelp.hub.cli.log;
