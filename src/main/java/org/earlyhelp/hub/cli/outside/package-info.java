/**
 * A hub seen from outside, as agencies, the front door and stewards see it: a process of its own, its SFTP doors, its
 * queues and its exports; and, for a referee alone, its tables. Start at {@link org.earlyhelp.hub.cli.outside.ChildHub}.
 * Knows nothing of what is sent and of what should come of it.
 */
package org.earlyhelp.hub.cli.outside;
