package org.earlyhelp.hub.web.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.earlyhelp.hub.need.rules.AlertRule;
import org.earlyhelp.hub.need.rules.HarmRule;
import org.earlyhelp.hub.need.rules.NeedRule;
import org.earlyhelp.hub.need.rules.Rules;
import org.earlyhelp.hub.web.measures.HoldsWhen;
import org.earlyhelp.hub.web.measures.OutcomeWords;

/** An entry for the public register of algorithmic tools (Algorithmic Transparency Recording Standard). */
final class TransparencyRecord {
    private TransparencyRecord() {
    }

    static Paper of(PaperSources from) {
        List<Paper.Part> parts = new ArrayList<>(List.of(
                Paper.Part.of("Name and purpose", "Early Help Hub of " + from.borough().name() + ". " + from.borough().terms().basis().purpose()),
                Paper.Part.of("What it does", "It brings together what agencies each know of one child, by rules that are written down below, and puts families who meet a rule before the front door, with each fact, its date and its source.",
                        "It holds no model of a person's risk and computes no score. It never decides: a named worker does, and records why."),
                Paper.Part.of("Where statistics are used", "Whether two records speak of one person is weighed by how well names, dates of birth, addresses and numbers agree (the Fellegi-Sunter model). Its weights are learned without labels and published with the hub.",
                        "Where the weight is not clear, the records are kept apart and a data steward decides. Every join is explained, can be undone, and its accuracy is reported by origin of names and by agency."),
                Paper.Part.of("Human oversight", "Alerts are acknowledged and decided by front door workers. A rule changes only when two people have seen whom the change would concern. Two people can withdraw a rule and every alert that rests on it.",
                        "What a rule cannot judge for want of data is shown to a person as not decided; it never counts as no."),
                Paper.Part.of("Data", Stream.concat(Stream.of("Received from:"), from.agreements().stream()
                        .map(agreement -> agreement.name() + ": " + Wording.kinds(from.classesOf(agreement)) + ".")).toList())));
        from.rules().ifPresentOrElse(rules -> parts.addAll(rules(rules)), () -> parts.add(Paper.Part.of("Rules", "No rules are in force.")));
        parts.add(Paper.Part.gap("Owner, contact and assessment", "the senior owner, how to complain, the impact assessment's date, what was tried before."));
        return from.paper(PaperKind.TRANSPARENCY.title(), parts);
    }

    private static List<Paper.Part> rules(Rules rules) {
        return List.of(
                part("Rules that raise an alert", rules.alerts().stream().filter(AlertRule::on)
                        .map(rule -> row(rule.id(), rule.version(), rule.title(), rule.condition(), String.join(", ", rule.serves().stream().sorted().map(OutcomeWords::hindered).toList())))),
                part("Tests of significant harm", rules.harmTests().stream().filter(HarmRule::on)
                        .map(rule -> row(rule.id(), rule.version(), rule.title(), rule.condition(), OutcomeWords.hindered(rule.outcome())))),
                part("Needs", rules.needs().stream().filter(NeedRule::on)
                        .map(rule -> row(rule.id(), rule.version(), rule.title(), rule.condition(), OutcomeWords.hindered(rule.outcome())))));
    }

    private static Paper.Part part(String heading, Stream<List<String>> rows) {
        return Paper.Part.of(heading, new Paper.Table(List.of("Rule", "In plain words", "Holds when", "Outcome it serves"), rows.toList()));
    }

    private static List<String> row(String id, int version, String title, Object condition, String serves) {
        return List.of(id + "@" + version, title, HoldsWhen.of(condition), serves);
    }
}
