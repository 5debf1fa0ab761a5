/**
 * Carries the sharing log's checkpoints out of the hub's reach, once a day: whoever holds one can tell later whether the log
 * was put back or rewritten. Start at {@link org.earlyhelp.hub.sharing.publish.DailyCheckpoint}; places to carry to implement
 * {@link org.earlyhelp.hub.sharing.CheckpointReceiver}.
 */
package org.earlyhelp.hub.sharing.publish;
