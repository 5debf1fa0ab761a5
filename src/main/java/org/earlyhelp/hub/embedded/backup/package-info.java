/**
 * A copy of the hub that outlives its machine, and the way back. A backup is a folder: a manifest, a sealed file a table, and
 * one of the data folder's files. The key folder is never in it. Start at {@link org.earlyhelp.hub.embedded.backup.Backup} and
 * {@link org.earlyhelp.hub.embedded.backup.Restore}. Knows nothing of what is in the tables.
 */
@org.springframework.modulith.NamedInterface("backup")
package org.earlyhelp.hub.embedded.backup;
