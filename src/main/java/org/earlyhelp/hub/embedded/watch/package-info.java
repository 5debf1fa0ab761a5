/**
 * What an operator's monitoring sees of the hub from outside: measures for Prometheus and, where an endpoint is set, traces. Both
 * hold references and figures, nothing of a person. Start at {@link org.earlyhelp.hub.embedded.watch.HubMeters}.
 */
package org.earlyhelp.hub.embedded.watch;
