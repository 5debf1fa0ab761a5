/**
 * {@code ehub log}: the sharing log written into a folder, and such a folder verified without the hub. Start at
 * {@link org.earlyhelp.hub.cli.log.LogCommand}. Prints indexes, hashes and counts and nothing that an entry says.
 */
package org.earlyhelp.hub.cli.log;
