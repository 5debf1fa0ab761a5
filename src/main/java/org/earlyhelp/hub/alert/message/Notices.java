package org.earlyhelp.hub.alert.message;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.identity.IdentityChanged;
import org.earlyhelp.hub.intake.SenderFault;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.sharing.DisclosureSubject;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages that are not about an alert: changed identities and faults of a sender. They hold references and counts only. */
public final class Notices {
    /** Where receivers learn that references changed. */
    public static final String IDENTITY_QUEUE = "hub.identity-changed";
    /** Type of the message that references are gone, the only one that names the erased. */
    public static final String ERASED = "earlyhelp.identity.erased.v1";
    private static final String SENDER_FAULT = "earlyhelp.sender-fault.v1";
    private static final String REFERENCE = "reference";
    private static final int NORMAL_PRIORITY = 4;

    private Notices() {
    }

    /** Asks to tell that references changed; families are no persons and need no asking. */
    public static DisclosureRequest request(IdentityChanged change) {
        List<DisclosureSubject> people = Stream.of(change.kept(), change.gone()).filter(ref -> ref != null && ref.startsWith("P-"))
                .map(ref -> new DisclosureSubject(ref, false, false, false, Set.of(new DisclosedField(REFERENCE, DataClass.IDENTITY, null)))).toList();
        return new DisclosureRequest(ActKind.SENT, Recipient.queue(IDENTITY_QUEUE), Purpose.MATCHING, IDENTITY_QUEUE, 0, null, people, Map.of());
    }

    /** {@code earlyhelp.identity.merged.v1} or {@code .split.v1}. */
    public static OutboxMessage identity(IdentityChanged change, String id, String source, Instant at) {
        boolean merged = change.kind() == IdentityChanged.Kind.FAMILY_MERGED || change.kind() == IdentityChanged.Kind.PERSON_MERGED;
        String type = merged ? "earlyhelp.identity.merged.v1" : "earlyhelp.identity.split.v1";
        ObjectNode data = CloudEvent.object().put("kept", change.kept()).put("gone", change.gone());
        ArrayNode families = data.putArray("families");
        change.familyRefs().forEach(families::add);
        String subject = (change.kept().startsWith("P-") ? "person/" : "family/") + change.kept();
        String family = change.familyRefs().isEmpty() ? null : change.familyRefs().get(0);
        return new OutboxMessage(id, IDENTITY_QUEUE, type, family, NORMAL_PRIORITY, Map.of("ce_id", id, "ce_type", type),
                CloudEvent.of(id, source, type, subject, at, data));
    }

    /** Asks to tell that references are gone: nothing is said of anybody but that. */
    public static DisclosureRequest requestErased() {
        return new DisclosureRequest(ActKind.SENT, Recipient.queue(IDENTITY_QUEUE), Purpose.GOVERNANCE, IDENTITY_QUEUE, 0, null, List.of(), Map.of());
    }

    /** {@link #ERASED}: receivers erase what they hold under these references. */
    public static OutboxMessage erased(Collection<String> gone, String id, String source, Instant at) {
        ObjectNode data = CloudEvent.object();
        ArrayNode refs = data.putArray("gone");
        gone.stream().sorted().forEach(refs::add);
        return new OutboxMessage(id, IDENTITY_QUEUE, ERASED, null, NORMAL_PRIORITY, Map.of("ce_id", id, "ce_type", ERASED),
                CloudEvent.of(id, source, ERASED, "person/" + gone.stream().sorted().findFirst().orElseThrow(), at, data));
    }

    /** Asks to tell that a sender's file or records failed: no person in it. */
    public static DisclosureRequest request(SenderFault fault) {
        String queue = AlertQueue.FIRST_CONTACT.queueName();
        return new DisclosureRequest(ActKind.SENT, Recipient.queue(queue), Purpose.SAFEGUARDING, queue, 0, null, List.of(), Map.of());
    }

    /** {@code earlyhelp.sender-fault.v1}: something of an urgent feed could not be taken, so it may hold a child nobody was told of. */
    public static OutboxMessage senderFault(SenderFault fault, String id, String source, Instant at) {
        ObjectNode data = CloudEvent.object().put("agency", fault.agency()).put("feed", fault.feed()).put("receipt", fault.receipt());
        data.putObject("counts").put("records", fault.counts().records()).put("accepted", fault.counts().accepted())
                .put("unchanged", fault.counts().unchanged()).put("rejected", fault.counts().rejected()).put("warnings", fault.counts().warnings());
        return new OutboxMessage(id, AlertQueue.FIRST_CONTACT.queueName(), SENDER_FAULT, null, AlertQueue.FIRST_CONTACT.priority(),
                Map.of("ce_id", id, "ce_type", SENDER_FAULT, "agency", fault.agency()),
                CloudEvent.of(id, source, SENDER_FAULT, "delivery/" + fault.receipt(), at, data));
    }
}
