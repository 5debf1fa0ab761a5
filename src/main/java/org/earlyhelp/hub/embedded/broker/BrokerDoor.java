package org.earlyhelp.hub.embedded.broker;

import java.security.Principal;
import java.util.Set;
import org.apache.activemq.broker.Broker;
import org.apache.activemq.broker.BrokerFilter;
import org.apache.activemq.broker.ConnectionContext;
import org.apache.activemq.broker.ProducerBrokerExchange;
import org.apache.activemq.broker.region.Subscription;
import org.apache.activemq.command.ActiveMQDestination;
import org.apache.activemq.command.ActiveMQObjectMessage;
import org.apache.activemq.command.ActiveMQTextMessage;
import org.apache.activemq.command.ConnectionInfo;
import org.apache.activemq.command.ConsumerInfo;
import org.apache.activemq.command.DestinationInfo;
import org.apache.activemq.command.Message;
import org.apache.activemq.command.ProducerInfo;
import org.apache.activemq.security.SecurityContext;

/**
 * Every act on the broker passes here: names and passwords at the connection, the account's queues at each consumer,
 * producer and message. Wildcards and lists of queues are refused, and so is any message that is not text.
 */
final class BrokerDoor extends BrokerFilter {
    /** Every client of this broker asks for these at the start; advisories are off, so nothing ever comes there. */
    private static final Set<String> SILENT_TOPICS = Set.of("ActiveMQ.Advisory.TempQueue", "ActiveMQ.Advisory.TempTopic");
    private final BrokerAccounts accounts;

    BrokerDoor(Broker next, BrokerAccounts accounts) {
        super(next);
        this.accounts = accounts;
    }

    @Override
    public void addConnection(ConnectionContext context, ConnectionInfo info) throws Exception {
        if (context.getSecurityContext() == null) {
            BrokerAccounts.Account account = accounts.enter(info.getUserName(), info.getPassword())
                    .orElseThrow(() -> new SecurityException("User name or password is not right."));
            context.setSecurityContext(new Entered(info.getUserName(), account));
        }
        super.addConnection(context, info);
    }

    @Override
    public void removeConnection(ConnectionContext context, ConnectionInfo info, Throwable error) throws Exception {
        super.removeConnection(context, info, error);
        context.setSecurityContext(null);
    }

    @Override
    public Subscription addConsumer(ConnectionContext context, ConsumerInfo info) throws Exception {
        if (!isSilent(info.getDestination()) && !hasAll(context)) {
            require(mayRead(context, info.getDestination()), "read");
        }
        return super.addConsumer(context, info);
    }

    @Override
    public void addProducer(ConnectionContext context, ProducerInfo info) throws Exception {
        if (info.getDestination() != null) {
            require(mayWrite(context, info.getDestination()), "write");
        }
        super.addProducer(context, info);
    }

    @Override
    public void send(ProducerBrokerExchange exchange, Message message) throws Exception {
        ConnectionContext context = exchange.getConnectionContext();
        require(mayWrite(context, message.getDestination()), "write");
        if (message instanceof ActiveMQObjectMessage || !hasAll(context) && !(message instanceof ActiveMQTextMessage)) {
            throw new SecurityException("Only text messages are taken here.");
        }
        super.send(exchange, message);
    }

    @Override
    public void addDestinationInfo(ConnectionContext context, DestinationInfo info) throws Exception {
        require(hasAll(context), "make");
        super.addDestinationInfo(context, info);
    }

    @Override
    public void removeDestinationInfo(ConnectionContext context, DestinationInfo info) throws Exception {
        require(hasAll(context), "remove");
        super.removeDestinationInfo(context, info);
    }

    private static boolean mayRead(ConnectionContext context, ActiveMQDestination queue) {
        return isOneQueue(queue) && entered(context).account.mayRead(queue.getPhysicalName());
    }

    private static boolean mayWrite(ConnectionContext context, ActiveMQDestination queue) {
        return hasAll(context) || isOneQueue(queue) && entered(context).account.mayWrite(queue.getPhysicalName());
    }

    private static boolean hasAll(ConnectionContext context) {
        SecurityContext security = context.getSecurityContext();
        return security != null && (security.isBrokerContext() || entered(context).account.everything());
    }

    private static boolean isOneQueue(ActiveMQDestination destination) {
        return destination.isQueue() && !destination.isComposite() && !destination.isPattern() && !destination.isTemporary();
    }

    private static boolean isSilent(ActiveMQDestination destination) {
        if (destination.isComposite()) {
            for (ActiveMQDestination part : destination.getCompositeDestinations()) {
                if (!isSilent(part)) {
                    return false;
                }
            }
            return true;
        }
        return destination.isTopic() && SILENT_TOPICS.contains(destination.getPhysicalName());
    }

    private static Entered entered(ConnectionContext context) {
        if (context.getSecurityContext() instanceof Entered entered) {
            return entered;
        }
        throw new SecurityException("Not signed in.");
    }

    private static void require(boolean allowed, String act) {
        if (!allowed) {
            throw new SecurityException("This account may not " + act + " there.");
        }
    }

    /** A connection that has shown its password. */
    private static final class Entered extends SecurityContext {
        private final BrokerAccounts.Account account;

        private Entered(String name, BrokerAccounts.Account account) {
            super(name);
            this.account = account;
        }

        @Override
        public Set<Principal> getPrincipals() {
            return Set.of();
        }
    }
}
