package org.earlyhelp.hub.web.governance;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.earlyhelp.hub.need.RuleVersions;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.earlyhelp.hub.sharing.AgreementVersions;
import org.earlyhelp.hub.web.governance.EntrySheet.Line;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Words an entry's members and leads from them to what they name: the agreement, the rules, the person's other entries. */
@Component
class EntryLinks {
    private static final int RULE_SETS_READ = 200;
    private static final int FORMS_READ = 200;
    private static final String RULE = "rule ";

    private final AgreementBook book;
    private final AgreementVersions agreements;
    private final RuleVersions rules;

    EntryLinks(AgreementBook book, AgreementVersions agreements, RuleVersions rules) {
        this.book = book;
        this.agreements = agreements;
        this.rules = rules;
    }

    /** The lines of one member. */
    List<Line> lines(String name, JsonNode payload) {
        JsonNode value = payload.path(name);
        return switch (name) {
            case "kind" -> List.of(new Line(EntrySheet.kind(value.asString()), null));
            case "at" -> List.of(new Line(PlainTime.of(Instant.parse(value.asString())), null));
            case "agreementStanding" -> List.of(new Line(ActWords.standing(value.asString()), null));
            case "person" -> List.of(new Line(value.asString(), "/people/" + value.asString() + "/seen"));
            case "recipient" -> List.of(new Line(recipient(value), null));
            case "source" -> List.of(source(value.asString()));
            case "agreement" -> List.of(agreement(value.asString(), at(payload)));
            case "versions" -> versions(value, at(payload));
            default -> EntryWords.lines(value).stream().map(text -> new Line(text, null)).toList();
        };
    }

    private static Instant at(JsonNode payload) {
        return Instant.parse(payload.path("at").asString());
    }

    private static String recipient(JsonNode recipient) {
        String kind = switch (recipient.path("kind").asString()) {
            case "QUEUE" -> "the queue ";
            case "ROLE" -> "the role ";
            case "AGENCY" -> "the agency ";
            case "EXPORT" -> "a file, ";
            default -> "";
        };
        return kind + recipient.path("name").asString() + (recipient.has("who") ? ", account " + recipient.path("who").asString() : "");
    }

    private Line source(String id) {
        Optional<Agreement> agreement = book.agreementOf(id);
        return new Line(ActWords.agency(id, agreement.map(Agreement::name).orElse(id)), agreement.map(known -> "/agreements/" + id).orElse(null));
    }

    /** To the very form of that day; to the agency's page where that form is not kept; nowhere for the borough's own terms. */
    private Line agreement(String reference, Instant at) {
        String id = reference.split("@", 2)[0];
        Optional<String> agency = book.agreements().stream().filter(known -> known.id().equals(id)).findFirst().map(Agreement::agency);
        Optional<String> form = agency.flatMap(known -> agreements.newest(known, FORMS_READ).stream()
                .filter(one -> one.ref().equals(reference) && one.activatedAt() != null && !one.activatedAt().isAfter(at))
                .max(Comparator.comparing(AgreementVersions.Version::activatedAt)).map(one -> "/agreements/versions/" + one.number()));
        return new Line(reference.replace("@", ", version "), form.or(() -> agency.map(known -> "/agreements/" + known)).orElse(null));
    }

    private List<Line> versions(JsonNode versions, Instant at) {
        List<RuleVersions.Version> sets = versions.isEmpty() ? List.of() : rules.newest(RULE_SETS_READ);
        List<Line> lines = versions.properties().stream().map(member -> new Line(member.getKey() + ", version " + member.getValue().asString(),
                set(sets, member.getKey(), member.getValue().asString(), at))).toList();
        return lines.isEmpty() ? List.of(new Line("–", null)) : lines;
    }

    /** The latest set with that rule that was in force by then; null for none, or for what is no rule. */
    private static String set(List<RuleVersions.Version> sets, String name, String version, Instant at) {
        String rule = name.startsWith(RULE) ? name.substring(RULE.length()) + "@" + version : name + "@" + version;
        Stream<RuleVersions.Version> known = sets.stream().filter(set -> set.rules().contains(rule) && set.activatedAt() != null && !set.activatedAt().isAfter(at));
        return known.max(Comparator.comparing(RuleVersions.Version::activatedAt)).map(set -> "/rules/versions/" + set.number()).orElse(null);
    }
}
