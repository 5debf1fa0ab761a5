package org.earlyhelp.hub.web.simulation;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.DisclosureRequest;
import org.earlyhelp.hub.sharing.DisclosureSubject;
import org.earlyhelp.hub.sharing.LoggedEntry;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.earlyhelp.hub.sharing.policy.DisclosurePolicy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A disclosure, or its refusal, as the log kept it, in the form in which the policy can be asked again. What was withheld
 * to protect a person is left out: no agreement could open it. What was let out is asked for by class, since the log
 * keeps fields and classes apart.
 *
 * @param source the agency whose data it was
 */
record LoggedRequest(LoggedEntry entry, String source, LocalDate day, DisclosureRequest request) {
    private static final Set<ActKind> ASKED_FOR = EnumSet.of(ActKind.SENT, ActKind.VIEWED, ActKind.EXPORTED, ActKind.OUTCOME, ActKind.BREAK_GLASS, ActKind.REFUSED,
            ActKind.NOT_SHARED);

    /** Empty for an act that asked for nothing that an agreement decides on. */
    static Optional<LoggedRequest> of(LoggedEntry entry) {
        if (!ASKED_FOR.contains(entry.kind())) {
            return Optional.empty();
        }
        JsonNode payload = JsonMapper.shared().readTree(entry.payload());
        Set<DisclosedField> asked = payload.has("channel") ? asked(payload) : Set.of();
        if (asked.isEmpty() || entry.person() == null) {
            return Optional.empty();
        }
        JsonNode to = payload.path("recipient");
        Recipient recipient = new Recipient(Recipient.Kind.valueOf(to.path("kind").asString()), to.path("name").asString(), null);
        DisclosureSubject subject = new DisclosureSubject(entry.person(), false, false, false, asked);
        DisclosureRequest request = new DisclosureRequest(entry.kind() == ActKind.BREAK_GLASS ? entry.kind() : ActKind.VIEWED, recipient,
                Purpose.valueOf(payload.path("purpose").asString()), payload.path("channel").asString(), payload.path("level").asInt(0),
                payload.has("reason") ? payload.path("reason").asString() : null, List.of(subject), Map.of());
        return Optional.of(new LoggedRequest(entry, payload.path("source").asString(), London.dateOf(entry.at()), request));
    }

    /** To whom, as pages write it. */
    String recipient() {
        return request.recipient().kind().name().toLowerCase(java.util.Locale.ROOT) + " " + request.recipient().name();
    }

    private static Set<DisclosedField> asked(JsonNode payload) {
        String source = payload.path("source").asString();
        Set<DisclosedField> fields = new LinkedHashSet<>();
        payload.path("classes").forEach(name -> fields.add(new DisclosedField(DataClass.valueOf(name.asString()).words(), DataClass.valueOf(name.asString()), source)));
        payload.path("withheld").forEach(held -> {
            if (DisclosurePolicy.isOfAgreement(held.path("why").asString())) {
                fields.add(new DisclosedField(held.path("field").asString(), DataClass.valueOf(held.path("class").asString()), source));
            }
        });
        return fields;
    }
}
