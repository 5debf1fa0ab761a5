/**
 * {@code ehub backup} and {@code ehub restore}: a copy of the hub that outlives its machine, and the way back. Start at
 * {@link org.earlyhelp.hub.cli.backup.BackupCommand}. The work is done in {@code embedded.backup}.
 */
package org.earlyhelp.hub.cli.backup;
