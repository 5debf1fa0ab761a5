package org.earlyhelp.hub.sharing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.earlyhelp.hub.kernel.Parsed;
import tools.jackson.databind.JsonNode;

/** Reads who may send for an agency, with which keys, from where and how much. */
final class AgreementDoorReader {
    private final AgreementFields fields;
    private final Set<String> taken = new HashSet<>();

    AgreementDoorReader(AgreementFields fields) {
        this.fields = fields;
    }

    /** {@code keys} are the agency's own; {@code accounts} are whoever else sends for it. No key may open for two. */
    List<Agreement.Account> accounts() {
        List<Agreement.Account> accounts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (!fields.root().path("keys").isEmpty()) {
            accounts.add(new Agreement.Account(fields.text("/name"), keys("/keys"), null));
        }
        for (int i = 0; i < fields.root().path("accounts").size(); i++) {
            String at = "/accounts/" + i;
            if (!names.add(fields.text(at + "/name"))) {
                fields.fault(at, "the account " + fields.text(at + "/name") + " stands twice");
            }
            LocalDate until = fields.root().at(at).has("until") ? fields.date(at + "/until") : null;
            accounts.add(new Agreement.Account(fields.text(at + "/name"), keys(at + "/keys"), until));
        }
        return accounts;
    }

    /** From where and how much may be sent, and the senders that stand behind the agency. */
    DoorTerms door() {
        SortedMap<String, DoorTerms.Sender> senders = new TreeMap<>();
        Set<String> urns = new HashSet<>();
        fields.root().path("senders").properties().forEach(entry -> {
            DoorTerms.Sender sender = sender(entry.getKey(), "/senders/" + entry.getKey());
            if (sender.urn() != null && !urns.add(sender.urn())) {
                fields.fault("/senders/" + entry.getKey() + "/urn", "two senders are held to this school; each school has one");
            }
            senders.put(entry.getKey(), sender);
        });
        JsonNode quota = fields.root().path("quota");
        return new DoorTerms(addresses("/addresses"), new DoorTerms.Quota(quota.path("files").asInt(DoorTerms.Quota.USUAL.files()),
                quota.path("megabytes").asLong(DoorTerms.Quota.USUAL.megabytes())), senders);
    }

    private DoorTerms.Sender sender(String id, String at) {
        return new DoorTerms.Sender(id, fields.text(at + "/name"), fields.root().at(at).has("urn") ? fields.text(at + "/urn") : null, keys(at + "/keys"),
                addresses(at + "/addresses"), fields.root().at(at).has("until") ? fields.date(at + "/until") : null);
    }

    private List<AddressRange> addresses(String pointer) {
        List<AddressRange> ranges = new ArrayList<>();
        for (int i = 0; i < fields.root().at(pointer).size(); i++) {
            Parsed<AddressRange> range = AddressRange.parse(fields.root().at(pointer).path(i).asString());
            range.asOptional().ifPresent(ranges::add);
            if (range instanceof Parsed.Bad<AddressRange> bad) {
                fields.fault(pointer + "/" + i, bad.reason());
            }
        }
        return ranges;
    }

    private List<String> keys(String pointer) {
        List<String> keys = new ArrayList<>();
        fields.root().at(pointer).forEach(key -> {
            if (!taken.add(String.join(" ", List.of(key.asString().split(" ")).subList(0, 2)))) {
                fields.fault(pointer + "/" + keys.size(), "the same key stands twice; each sender has keys of their own");
            }
            keys.add(key.asString());
        });
        return keys;
    }
}
