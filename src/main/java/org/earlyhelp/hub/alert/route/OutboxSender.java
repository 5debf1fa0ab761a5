package org.earlyhelp.hub.alert.route;

import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.earlyhelp.hub.alert.message.OutboxMessage;
import org.springframework.stereotype.Component;

/** Hands one message to its route and returns when the broker has taken it. Only our own headers are set. */
@Component
public class OutboxSender {
    private final ProducerTemplate template;

    public OutboxSender(ProducerTemplate template) {
        this.template = template;
    }

    /** Whether the routes run: not yet at the very start, no more at the end. */
    boolean isReady() {
        return template.getCamelContext().isStarted();
    }

    /** @throws CamelExecutionException when the broker did not take it; it may be sent again under the same id */
    void send(OutboxMessage message) {
        Exchange sent = template.send(OutboxRoutes.entrance(message.queue()), exchange -> fill(exchange.getMessage(), message));
        if (sent.getException() != null) {
            throw new CamelExecutionException("not taken by the broker", sent, sent.getException());
        }
    }

    private static void fill(Message jms, OutboxMessage message) {
        jms.setBody(message.body());
        jms.setHeader("JMSType", message.type());
        if (message.family() != null) {
            jms.setHeader("JMSCorrelationID", message.family());
            jms.setHeader("JMSXGroupID", message.family());
        }
        message.properties().forEach(jms::setHeader);
    }
}
