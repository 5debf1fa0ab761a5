package org.earlyhelp.hub.web.health;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Session;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Whether the broker opens a session; unknown where the hub has none. */
@Component("brokerHealthIndicator")
class BrokerHealth extends AbstractHealthIndicator {
    private final ObjectProvider<ConnectionFactory> factory;

    BrokerHealth(ObjectProvider<ConnectionFactory> factory) {
        super("the broker does not answer");
        this.factory = factory;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        ConnectionFactory broker = factory.getIfAvailable();
        if (broker == null) {
            health.unknown();
            return;
        }
        try (Connection connection = broker.createConnection()) {
            connection.createSession(false, Session.AUTO_ACKNOWLEDGE).close();
            health.up();
        }
    }
}
