/**
 * Kills a hub again and again while files load, and then compares what it holds and has told with what was sent and with
 * a hub that nobody disturbed. {@link org.earlyhelp.hub.cli.torture.Torture} does the harm, {@link org.earlyhelp.hub.cli.torture.Referee}
 * judges. Sees the hub only through {@code cli.outside}, and shares no code with what it judges.
 */
package org.earlyhelp.hub.cli.torture;
