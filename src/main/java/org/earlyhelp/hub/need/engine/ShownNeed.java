package org.earlyhelp.hub.need.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.need.rules.NeedRule;

/** A need that holds for one person, with all its signs; never without one. */
record ShownNeed(NeedRule rule, Member person, String grade, String fact, List<Sign> signs) {
    ShownNeed {
        signs = List.copyOf(signs);
    }

    /** One need an agency that shows it; grade and fact are the person's, over all agencies. */
    List<Need> byAgency() {
        Map<String, List<Sign>> agencies = new TreeMap<>();
        signs.forEach(sign -> agencies.computeIfAbsent(sign.record().agency(), none -> new ArrayList<>()).add(sign));
        return agencies.entrySet().stream().map(entry -> need(entry.getKey(), entry.getValue())).toList();
    }

    private Need need(String agency, List<Sign> shown) {
        List<Sign> newestFirst = shown.stream()
                .sorted(Comparator.comparing(Sign::on).thenComparing(sign -> sign.record().id()).reversed()).toList();
        return new Need(rule.id(), rule.group(), rule.outcome(), person.ref(), agency, grade, fact,
                newestFirst.get(newestFirst.size() - 1).on(), newestFirst.get(0).on(),
                newestFirst.stream().map(sign -> sign.record().evidence()).distinct().toList());
    }
}
