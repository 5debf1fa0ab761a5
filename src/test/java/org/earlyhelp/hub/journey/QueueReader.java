package org.earlyhelp.hub.journey;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.List;
import org.apache.activemq.ActiveMQConnectionFactory;

/**
 * A case system's process: takes all messages off the named queues and prints each as {@code message <queue> <JMSType>
 * <JMSXGroupID> <priority> <body>}. Arguments: broker port, queues. The password is in the environment.
 */
final class QueueReader {
    static final String PASSWORD = "CASE_SYSTEM_PASSWORD";
    private static final long NOTHING_MORE_MILLIS = 3_000;

    private QueueReader() {
    }

    public static void main(String[] arguments) throws JMSException {
        // Each message is asked of the broker, which says itself that there is none: a slow machine would else look like an empty queue.
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory("case-system", System.getenv(PASSWORD), "tcp://127.0.0.1:" + arguments[0] + "?jms.prefetchPolicy.queuePrefetch=0");
        try (Connection connection = factory.createConnection(); Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            for (String queue : List.of(arguments).subList(1, arguments.length)) {
                read(session, queue);
            }
        }
        System.out.println("end");
    }

    private static void read(Session session, String queue) throws JMSException {
        try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            for (Message message = consumer.receive(NOTHING_MORE_MILLIS); message != null; message = consumer.receive(NOTHING_MORE_MILLIS)) {
                System.out.println(String.join(" ", "message", queue, message.getJMSType(), String.valueOf(message.getStringProperty("JMSXGroupID")),
                        Integer.toString(message.getJMSPriority()), message.getBody(String.class)));
            }
        }
    }
}
