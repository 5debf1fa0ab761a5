package org.earlyhelp.hub.identity.lane;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.earlyhelp.hub.identity.Hand;
import org.earlyhelp.hub.identity.storage.NewLink;
import org.earlyhelp.hub.identity.storage.WorkRecord;
import org.earlyhelp.hub.person.MentionedPerson;
import org.earlyhelp.hub.person.Role;
import org.earlyhelp.hub.sharing.Act;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.DataClass;
import org.earlyhelp.hub.sharing.DisclosureDesk;
import org.earlyhelp.hub.sharing.Purpose;
import org.earlyhelp.hub.sharing.Recipient;
import org.springframework.stereotype.Component;

/** Writes into the sharing log that data of a person was received, and that a record was matched to a known person. */
@Component
class SharingNotes {
    private static final Recipient HUB = Recipient.role("hub", null);
    private final DisclosureDesk desk;

    SharingNotes(DisclosureDesk desk) {
        this.desk = desk;
    }

    /** One RECEIVED act per record and person, and a MATCHED act for each mention that joined somebody known. */
    void write(List<Changes.Word> words, Map<Long, NewLink> links, Map<Long, String> refByMention) {
        Map<String, Act> received = new LinkedHashMap<>();
        List<Act> matched = new ArrayList<>();
        for (Changes.Word word : words) {
            String person = refByMention.get(word.mention().id());
            Act act = received(word, person);
            received.merge(word.record().id() + person, act, SharingNotes::together);
            if (word.joined()) {
                matched.add(matched(word, person, links.get(word.mention().id())));
            }
        }
        note(List.copyOf(received.values()));
        note(matched);
    }

    /** A person's decision about who is who: an act for each person concerned. References by database id. */
    void decided(Changes changes, Map<Long, String> refs) {
        List<Act> acts = new ArrayList<>();
        if (changes.hand() != Hand.HUB) {
            changes.merges().forEach(merge -> acts.add(decided(ActKind.MATCHED, changes.hand(), refs.get(merge.kept()), refs.get(merge.gone()))));
            changes.partings().forEach(parting -> acts.add(decided(ActKind.CORRECTED, changes.hand(), refs.get(parting.from()), refs.get(parting.to()))));
        }
        note(acts);
    }

    private static Act decided(ActKind kind, Hand hand, String person, String other) {
        return new Act(kind, person, Recipient.role("steward", hand.account()), Purpose.MATCHING, null, Set.of(DataClass.IDENTITY), Set.of("reference"),
                Map.of("other", other, "reason", hand.reason()));
    }

    private void note(List<Act> acts) {
        if (!acts.isEmpty()) {
            desk.note(acts);
        }
    }

    private static Act received(Changes.Word word, String person) {
        MentionedPerson said = word.mention().mention().person();
        Set<DataClass> classes = classes(word.record(), word.mention().mention().role(), said);
        return new Act(ActKind.RECEIVED, person, HUB, Purpose.EARLY_HELP, word.record().agency(), classes, fields(said),
                Map.of("record", word.record().evidence()));
    }

    private static Act matched(Changes.Word word, String person, NewLink link) {
        return new Act(ActKind.MATCHED, person, HUB, Purpose.MATCHING, word.record().agency(), Set.of(DataClass.IDENTITY),
                fields(word.mention().mention().person()), Map.of("record", word.record().evidence(), "match", link.match().name(), "reason", link.reason().name()));
    }

    private static Act together(Act one, Act other) {
        Set<DataClass> classes = EnumSet.copyOf(one.classes());
        classes.addAll(other.classes());
        Set<String> fields = new LinkedHashSet<>(one.fields());
        fields.addAll(other.fields());
        return new Act(one.kind(), one.person(), one.recipient(), one.purpose(), one.agency(), classes, fields, one.detail());
    }

    private static Set<DataClass> classes(WorkRecord record, Role role, MentionedPerson said) {
        Set<DataClass> classes = EnumSet.of(DataClass.IDENTITY, role == Role.ALLEGED_PERPETRATOR ? DataClass.ALLEGATION : classOf(record.factKind()));
        if (said.address() != null) {
            classes.add(said.address().disclosure().hides() ? DataClass.RESTRICTED_PLACE : DataClass.ADDRESS);
        }
        if (said.phone() != null || said.email() != null) {
            classes.add(DataClass.CONTACT);
        }
        return classes;
    }

    private static DataClass classOf(String factKind) {
        return switch (factKind) {
            case "MISSING" -> DataClass.MISSING;
            case "ATTENDANCE" -> DataClass.EDUCATION;
            case "HEALTH" -> DataClass.HEALTH;
            case "DOMESTIC_ABUSE" -> DataClass.DOMESTIC_ABUSE;
            case "INVOLVEMENT" -> DataClass.INVOLVEMENT;
            default -> DataClass.SAFEGUARDING;
        };
    }

    private static Set<String> fields(MentionedPerson said) {
        Map<String, Object> stated = new LinkedHashMap<>();
        stated.put("surname", said.surname());
        stated.put("forenames", said.forenames());
        stated.put("dateOfBirth", said.dateOfBirth());
        stated.put("sex", said.sex());
        stated.put("nhsNumber", said.nhsNumber());
        stated.put("upn", said.upn());
        stated.put("localRef", said.localRef());
        stated.put("address", said.address());
        stated.put("phone", said.phone());
        stated.values().removeIf(value -> value == null);
        return stated.keySet();
    }
}
