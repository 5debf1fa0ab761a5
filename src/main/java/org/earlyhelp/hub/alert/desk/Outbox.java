package org.earlyhelp.hub.alert.desk;

import java.util.function.Function;
import org.earlyhelp.hub.alert.message.OutboxMessage;
import org.earlyhelp.hub.alert.storage.OutboxStore;
import org.earlyhelp.hub.intake.Trail;
import org.earlyhelp.hub.intake.canary.CanaryMark;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.sharing.Allowance;
import org.earlyhelp.hub.sharing.Disclosed;
import org.earlyhelp.hub.sharing.Disclosure;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Where every message of this room leaves from: asked for at the disclosure desk, written beside the act, sent later. */
@Component
public class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private final DisclosureDesk disclosure;
    private final OutboxStore store;
    private final HubClock clock;
    private final ApplicationEventPublisher events;

    public Outbox(DisclosureDesk disclosure, OutboxStore store, HubClock clock, ApplicationEventPublisher events) {
        this.disclosure = disclosure;
        this.store = store;
        this.clock = clock;
        this.events = events;
    }

    /** Puts the message beside the act, in the caller's transaction; or, where the policy lets nothing leave, answers the refusal, which is logged. */
    Disclosure<OutboxMessage> put(DisclosureRequest request, Function<Allowance, OutboxMessage> render) {
        Disclosure<OutboxMessage> answer = disclosure.disclose(request, allowance -> marked(render.apply(allowance)));
        if (answer instanceof Disclosed<OutboxMessage> disclosed) {
            store.append(disclosed, clock.now());
            events.publishEvent(new OutboxFilled(disclosed.content().queue()));
        }
        // What a canary gives rise to is taken back: no line shall say that it happened.
        if (!CanaryMark.isSet()) {
            log(request, answer);
        }
        return answer;
    }

    private static void log(DisclosureRequest request, Disclosure<OutboxMessage> answer) {
        if (answer instanceof Disclosed<OutboxMessage> disclosed) {
            LOG.info("message {} of type {} is written for {}", disclosed.content().id(), disclosed.content().type(), disclosed.content().queue());
        } else if (answer instanceof Disclosure.Refused<OutboxMessage> refused) {
            LOG.warn("nothing was sent to {}: {} (sharing log {})", request.channel(), refused.reason(), refused.entry());
        }
    }

    /** With the delivery that gave rise to it, so that whoever has the message can ask what came of which file. */
    private static OutboxMessage marked(OutboxMessage message) {
        return Trail.current().map(trail -> message.with(trail.properties())).orElse(message);
    }
}
