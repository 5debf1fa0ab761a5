/**
 * What runs beside the acts: the outbox goes out through Camel, decisions come in through a listener that takes text
 * only, outcome files are written, overdue alerts noticed. Start at {@link org.earlyhelp.hub.alert.route.OutboxPublisher}.
 */
package org.earlyhelp.hub.alert.route;
