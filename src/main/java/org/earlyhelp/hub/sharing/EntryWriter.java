package org.earlyhelp.hub.sharing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.sharing.log.EntryColumns;
import org.earlyhelp.hub.sharing.log.SharingEntry;
import org.earlyhelp.hub.sharing.policy.Decision;
import org.earlyhelp.hub.sharing.policy.Terms;

/** Words the entries of one act: its id, the moment and the common part are the same in all. Used for one act. */
final class EntryWriter {
    static final String SCHEMA = "sharing-entry.v1";
    private static final int REASON_LIMIT_CHARACTERS = 500;

    private final HubClock clock;
    private final String act;
    private final Instant at;

    EntryWriter(HubClock clock) {
        this.clock = clock;
        this.act = Ids.ulid(clock);
        this.at = clock.now();
    }

    Instant at() {
        return at;
    }

    /** The entry of one part of a decision; {@code kind} is the act, or what became of it. */
    SharingEntry of(DisclosureRequest request, Decision.Part part, ActKind kind) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("person", part.subject().person());
        members.put("source", part.sourceAgency());
        members.put("purpose", request.purpose().name());
        members.put("channel", request.channel());
        members.put("level", request.level() == 0 ? null : request.level());
        members.put("reason", shortened(request.reason()));
        members.put("versions", new TreeMap<>(request.versions()));
        members.put("classes", new TreeSet<>(part.allowed().stream().map(field -> field.dataClass().name()).toList()));
        members.put("fields", new TreeSet<>(part.allowed().stream().map(DisclosedField::name).toList()));
        members.put("withheld", part.withheld().stream().map(EntryWriter::held).toList());
        addTerms(members, part.terms());
        return entry(kind, request.recipient(), members);
    }

    /** The entry of an act that discloses nothing, under the terms of the agency whose data it is, else of the borough. */
    SharingEntry of(Act noted, Terms terms) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("person", noted.person());
        members.put("source", noted.agency());
        members.put("purpose", noted.purpose() == null ? null : noted.purpose().name());
        members.put("classes", new TreeSet<>(noted.classes().stream().map(DataClass::name).toList()));
        members.put("fields", new TreeSet<>(noted.fields()));
        members.put("detail", noted.detail().isEmpty() ? null : new TreeMap<>(noted.detail()));
        addTerms(members, terms);
        return entry(noted.kind(), noted.recipient(), members);
    }

    private SharingEntry entry(ActKind kind, Recipient recipient, Map<String, Object> members) {
        members.put("schema", SCHEMA);
        members.put("id", Ids.ulid(clock));
        members.put("act", act);
        members.put("at", at.toString());
        members.put("kind", kind.name());
        members.put("recipient", recipient == null ? null : recipient(recipient));
        return SharingEntry.of(members, Ids.randomBytes(SharingEntry.SALT_BYTES));
    }

    private static void addTerms(Map<String, Object> members, Terms terms) {
        Agreement.Basis basis = terms.agreement().basis();
        members.put("agreement", terms.agreement().id() + "@" + terms.agreement().version());
        members.put("agreementStanding", terms.inForce() ? terms.standing().name() : EntryColumns.NO_AGREEMENT_IN_FORCE);
        members.put("power", basis.powers());
        members.put("necessity", basis.necessity());
        members.put("article6", basis.article6());
        members.put("article9", basis.article9());
        members.put("schedule1", basis.schedule1());
        members.put("article10", basis.article10());
    }

    private static Map<String, String> held(Decision.Held held) {
        return Map.of("field", held.field().name(), "class", held.field().dataClass().name(), "why", held.why());
    }

    private static Map<String, String> recipient(Recipient recipient) {
        Map<String, String> members = new TreeMap<>(Map.of("kind", recipient.kind().name(), "name", recipient.name()));
        if (recipient.who() != null) {
            members.put("who", recipient.who());
        }
        return members;
    }

    static String shortened(String reason) {
        return reason == null || reason.length() <= REASON_LIMIT_CHARACTERS ? reason : reason.substring(0, REASON_LIMIT_CHARACTERS);
    }

    /** Of parts nobody got anything of, beside parts that went: refused for want of an agreement, or not shared to protect somebody. */
    static ActKind kindOf(Decision decision, Decision.Part part, ActKind asked) {
        if (decision.isRefused() || part.isRefused()) {
            return ActKind.REFUSED;
        }
        return part.mayLeave() ? asked : ActKind.NOT_SHARED;
    }
}
