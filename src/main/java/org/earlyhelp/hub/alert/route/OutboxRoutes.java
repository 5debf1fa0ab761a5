package org.earlyhelp.hub.alert.route;

import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.message.Notices;
import org.earlyhelp.hub.intake.canary.CanaryReturn;
import org.springframework.stereotype.Component;

/** One route a queue, from the outbox to the broker; persistent, sent when the broker has it on disk. Camel only sends. */
@Component
public class OutboxRoutes extends RouteBuilder {
    private static final int NORMAL_PRIORITY = 4;

    /** Every queue the outbox may name. */
    static List<String> queues() {
        return List.of(AlertQueue.FIRST_CONTACT.queueName(), AlertQueue.EARLY_HELP.queueName(), Notices.IDENTITY_QUEUE);
    }

    /** Where a message for that queue enters. */
    static String entrance(String queue) {
        return "direct:outbox-" + queue;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        List<String> all = Stream.concat(queues().stream(), Stream.of(CanaryReturn.QUEUE)).toList();
        for (String queue : all) {
            int priority = queue.equals(AlertQueue.FIRST_CONTACT.queueName()) ? AlertQueue.FIRST_CONTACT.priority() : NORMAL_PRIORITY;
            from(entrance(queue)).routeId("outbox-" + queue)
                    .to("jms:queue:" + queue + "?explicitQosEnabled=true&deliveryPersistent=true&jmsMessageType=Text&priority=" + priority);
        }
    }
}
