package org.earlyhelp.hub.alert.message;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.AgencyNames;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.sharing.Allowance;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The message about an alert, made of what is allowed and nothing else. Source: contract, section 5. For a family with
 * a hidden place the locality is {@code withheld} and a specialist agency appears by its kind, its agreement not at all.
 */
public final class AlertMessage {
    private static final String WITHHELD = "withheld";
    private final AlertNews news;
    private final Allowance allowance;
    private final AgencyNames names;
    private final AlertContent content;

    private AlertMessage(AlertNews news, Allowance allowance, AgencyNames names) {
        this.news = news;
        this.allowance = allowance;
        this.names = names;
        this.content = news.alert().content();
    }

    /** Renders what the allowance allows; call it from the disclosure desk only. */
    public static OutboxMessage render(AlertNews news, Allowance allowance, AgencyNames names) {
        return new AlertMessage(news, allowance, names).message();
    }

    private OutboxMessage message() {
        Alert alert = news.alert();
        String type = news.type().type();
        String body = CloudEvent.of(news.id(), news.source(), type, "family/" + alert.family(), news.at(), data());
        Map<String, String> properties = Map.of("ce_id", news.id(), "ce_type", type, "level", String.valueOf(content.level()),
                "locality", locality(), "agency", String.join(",", agencies()));
        return new OutboxMessage(news.id(), alert.queue().queueName(), type, alert.family(), alert.queue().priority(), properties, body);
    }

    private ObjectNode data() {
        Alert alert = news.alert();
        ObjectNode data = CloudEvent.object();
        data.put("alert", alert.ref()).put("version", alert.version()).put("status", alert.status().name()).put("level", content.level())
                .put("pathway", content.pathway()).put("locality", locality())
                .put("acknowledgeBy", CloudEvent.stamp(alert.clocks().acknowledgeBy())).put("decideBy", CloudEvent.stamp(alert.clocks().decideBy()));
        data.putObject("rule").put("id", content.rule().id()).put("version", content.rule().version());
        ArrayNode rules = data.putArray("rules");
        content.rules().forEach(rule -> rules.add(rule.id()));
        needs(data.putArray("needs"));
        harmTests(data.putArray("harmTests"));
        children(data.putArray("children"));
        data.put("family", alert.family());
        strings(data.putArray("knownTo"), knownTo());
        alreadyOpen(data.putArray("alreadyOpen"));
        sharing(data.putArray("sharing"));
        data.put("humanDecisionRequired", alert.status().isOpen()).put("link", "/alerts/" + alert.ref());
        ending(data);
        return data;
    }

    private void ending(ObjectNode data) {
        Alert alert = news.alert();
        if (!content.notes().isEmpty()) {
            strings(data.putArray("notes"), content.notes());
        }
        putIfPresent(data, "outcome", alert.outcome() == null ? null : alert.outcome().name());
        putIfPresent(data, "because", alert.because());
        putIfPresent(data, "successor", alert.successor());
    }

    private void needs(ArrayNode needs) {
        for (Need need : content.needs()) {
            if (!allows(need.person(), need.agency(), AlertDisclosure.needField(need.code()))) {
                continue;
            }
            ObjectNode node = needs.addObject().put("code", need.code()).put("outcome", need.outcome()).put("person", need.person())
                    .put("agency", shown(need.agency()));
            putIfPresent(node, "grade", need.grade().isEmpty() ? null : need.grade());
            node.put("fact", need.fact()).put("lastOn", need.lastOn().toString());
            evidence(node, need.agency(), need.evidence());
        }
    }

    private void harmTests(ArrayNode tests) {
        for (HarmTest test : content.harmTests()) {
            if (allows(test.person(), test.agency(), AlertDisclosure.harmField(test.code()))) {
                ObjectNode node = tests.addObject().put("code", test.code()).put("fact", test.fact()).put("on", test.on().toString())
                        .put("person", test.person()).put("agency", shown(test.agency()));
                evidence(node, test.agency(), test.evidence());
            }
        }
    }

    private void evidence(ObjectNode node, String agency, List<String> evidence) {
        String shown = shown(agency);
        strings(node.putArray("evidence"), evidence.stream()
                .map(ref -> ref.startsWith(agency + "/") ? shown + ref.substring(agency.length()) : ref).toList());
        if (evidence.stream().anyMatch(news.disputed()::contains)) {
            node.put("disputed", true);
        }
    }

    private void children(ArrayNode children) {
        for (Assessment.Child child : content.children()) {
            ObjectNode node = children.addObject().put("person", child.person());
            if (allowance.allows(child.person(), AlertDisclosure.MATCH)) {
                node.put("match", child.match());
            }
            if (allowance.allows(child.person(), AlertDisclosure.NHS_NUMBER)) {
                putIfPresent(node, AlertDisclosure.NHS_NUMBER, child.nhsNumber());
            }
        }
    }

    private void alreadyOpen(ArrayNode open) {
        for (Assessment.OpenInvolvement involvement : content.alreadyOpen()) {
            if (allows(involvement.person(), involvement.agency(), AlertDisclosure.ALREADY_OPEN)) {
                ObjectNode node = open.addObject().put("service", involvement.service());
                if (allows(involvement.person(), involvement.agency(), AlertDisclosure.LEAD_WORKER)) {
                    putIfPresent(node, AlertDisclosure.LEAD_WORKER, involvement.leadWorker());
                }
            }
        }
    }

    /** One entry for each source agency; the other people's entries are found by the act in the log. */
    private void sharing(ArrayNode sharing) {
        Map<String, Allowance.Entry> bySource = new TreeMap<>();
        allowance.entries().stream().filter(entry -> !entry.sourceAgency().equals(AlertDisclosure.HUB))
                .forEach(entry -> bySource.putIfAbsent(entry.sourceAgency(), entry));
        bySource.forEach((agency, entry) -> {
            boolean named = shown(agency).equals(agency);
            ObjectNode node = sharing.addObject();
            putIfPresent(node, "agreement", named ? entry.agreement() : WITHHELD);
            node.put("entry", entry.entry());
        });
    }

    private List<String> knownTo() {
        return List.copyOf(new TreeSet<>(content.knownTo().stream().filter(this::mayBeNamed).map(this::shown).toList()));
    }

    /** A specialist's name is withheld for a hidden place, its kind is not: then the kind stands for it. */
    private boolean mayBeNamed(String agency) {
        return !shown(agency).equals(agency)
                || content.children().stream().anyMatch(child -> allows(child.person(), agency, AlertDisclosure.KNOWN_TO));
    }

    private List<String> agencies() {
        Stream<String> needs = content.needs().stream()
                .filter(need -> allows(need.person(), need.agency(), AlertDisclosure.needField(need.code()))).map(Need::agency);
        Stream<String> tests = content.harmTests().stream()
                .filter(test -> allows(test.person(), test.agency(), AlertDisclosure.harmField(test.code()))).map(HarmTest::agency);
        return List.copyOf(new TreeSet<>(Stream.concat(needs, tests).map(this::shown).toList()));
    }

    private String locality() {
        boolean allowed = content.children().isEmpty()
                || content.children().stream().allMatch(child -> allowance.allows(child.person(), AlertDisclosure.LOCALITY));
        return news.placeHidden() || !allowed ? WITHHELD : content.locality();
    }

    private boolean allows(String person, String agency, String field) {
        return allowance.allows(person, agency + ":" + field);
    }

    private String shown(String agency) {
        return names.shownAs(agency, news.placeHidden());
    }

    private static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }

    private static void putIfPresent(ObjectNode node, String name, String value) {
        if (value != null) {
            node.put(name, value);
        }
    }
}
