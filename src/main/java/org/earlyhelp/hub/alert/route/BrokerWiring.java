package org.earlyhelp.hub.alert.route;

import jakarta.jms.ConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jms.JmsComponent;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jms.listener.DefaultMessageListenerContainer;
import org.springframework.util.backoff.ExponentialBackOff;

/** Camel's way to the broker, and the listener that takes decisions from it. */
@Configuration(proxyBeanMethods = false)
class BrokerWiring {
    /** Where the case system answers. */
    static final String DECISIONS = "frontdoor.decisions";
    private static final long FIRST_RETRY_MILLIS = 1_000;
    private static final long LAST_RETRY_MILLIS = 30_000;
    /** A stop waits for a look at the queue to end; messages come at once all the same. */
    private static final long LOOK_MILLIS = 100;

    /** The component {@code jms:} of our routes, which only send. */
    @Bean("jms")
    JmsComponent jms(ConnectionFactory connections) {
        return JmsComponent.jmsComponent(connections);
    }

    /** The routes out are added by hand: Camel's collector is off, since one bad route file would take all routes with it. */
    @Bean
    SmartInitializingSingleton outboxRoutesAdded(CamelContext camel, OutboxRoutes routes) {
        return () -> {
            try {
                camel.addRoutes(routes);
            } catch (Exception e) {
                throw new IllegalStateException("the routes to the broker cannot be added", e);
            }
        };
    }

    /** One consumer, so that decisions take effect in the order sent; a message leaves the queue after our commit. */
    @Bean
    DefaultMessageListenerContainer decisions(ConnectionFactory connections, DecisionListener listener) {
        DefaultMessageListenerContainer container = new DefaultMessageListenerContainer();
        container.setConnectionFactory(connections);
        container.setDestinationName(DECISIONS);
        container.setSessionTransacted(true);
        container.setConcurrentConsumers(1);
        container.setReceiveTimeout(LOOK_MILLIS);
        container.setMessageListener(listener);
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_RETRY_MILLIS, 2);
        backOff.setMaxInterval(LAST_RETRY_MILLIS);
        container.setBackOff(backOff);
        return container;
    }
}
