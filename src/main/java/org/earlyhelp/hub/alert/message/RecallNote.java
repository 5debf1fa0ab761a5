package org.earlyhelp.hub.alert.message;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.life.MessageType;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.sharing.DisclosureSubject;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What tells that an alert was withdrawn to those who had been told of it: references only, nothing about a person. */
public final class RecallNote {
    private static final String REFERENCE = "reference";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RecallNote() {
    }

    /** Asks to tell a queue which people's alert is recalled, by reference. */
    public static DisclosureRequest request(Alert alert, AlertQueue queue, List<PersonFlags> people) {
        Set<DisclosedField> reference = Set.of(new DisclosedField(REFERENCE, DataClass.IDENTITY, null));
        List<DisclosureSubject> subjects = people.stream()
                .map(flags -> new DisclosureSubject(flags.person(), flags.placeHidden(), flags.sealed(), false, reference)).toList();
        return new DisclosureRequest(ActKind.SENT, Recipient.queue(queue.queueName()), queue == AlertQueue.FIRST_CONTACT ? Purpose.SAFEGUARDING : Purpose.EARLY_HELP,
                queue.queueName(), alert.content().level(), null, subjects, Map.of());
    }

    /**
     * {@code earlyhelp.alert.recalled.v1}.
     *
     * @param selectors properties of the alert's last message on that queue, so that whoever selected that one gets this one
     */
    public static OutboxMessage message(Alert alert, AlertQueue queue, Map<String, String> selectors, String id, String recall, String source, Instant at) {
        String type = MessageType.RECALLED.type();
        ObjectNode data = CloudEvent.object().put("alert", alert.ref()).put("version", alert.version()).put("status", alert.status().name())
                .put("family", alert.family()).put("recall", recall).put("because", alert.because()).put("recalledAt", CloudEvent.stamp(at))
                .put("link", "/alerts/" + alert.ref());
        Map<String, String> properties = new HashMap<>(selectors);
        properties.putAll(Map.of("ce_id", id, "ce_type", type));
        return new OutboxMessage(id, queue.queueName(), type, alert.family(), queue.priority(), properties,
                CloudEvent.of(id, source, type, "family/" + alert.family(), at, data));
    }

    /** The text of a file that takes an outcome back: the same with the moment of the recall. */
    public static String text(String outcomeFile, Instant at) {
        ObjectNode told = (ObjectNode) MAPPER.readTree(outcomeFile);
        return CloudEvent.text(told.put("recalledAt", CloudEvent.stamp(at)));
    }
}
