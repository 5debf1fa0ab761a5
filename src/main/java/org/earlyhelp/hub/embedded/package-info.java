/**
 * PostgreSQL, the broker and the SFTP server for one machine, the settings they start on, and the order in which they
 * start and stop. Start at {@link org.earlyhelp.hub.embedded.RunningHub}. Knows nothing of what the hub does with them.
 */
package org.earlyhelp.hub.embedded;
