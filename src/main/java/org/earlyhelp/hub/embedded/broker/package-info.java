/** The embedded message broker, its queues, and who may do what on them. Start at {@link org.earlyhelp.hub.embedded.broker.EmbeddedBroker}. */
package org.earlyhelp.hub.embedded.broker;
