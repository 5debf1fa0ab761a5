package org.earlyhelp.hub.web.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.AgreementDraft;
import org.earlyhelp.hub.sharing.Agreements;
import org.earlyhelp.hub.sharing.DisclosedField;
import org.earlyhelp.hub.sharing.policy.Decision;
import org.earlyhelp.hub.sharing.policy.DisclosurePolicy;

/** Who would have seen what under another agreement: each logged disclosure is asked for twice. Used for one comparison. */
final class Difference {
    /** So many disclosures are listed one by one, the newest; all are counted. */
    static final int LISTED_LIMIT = 200;

    private final Agreements inForce;
    private final AgreementDraft draft;
    private final Map<String, Count> counts = new TreeMap<>();
    private final List<Line> lines = new ArrayList<>();
    private int compared;
    private int gaining;
    private int losing;
    private int refused;

    Difference(Agreements inForce, AgreementDraft draft) {
        this.inForce = inForce;
        this.draft = draft;
    }

    /** Disclosures to one recipient of one class that would differ. */
    record Count(String recipient, String dataClass, int gained, int lost) {
        private Count plus(Count other) {
            return new Count(recipient, dataClass, gained + other.gained, lost + other.lost);
        }
    }

    /** One disclosure that would differ; {@code refused}: nothing of it would be left. */
    record Line(String entry, String when, String recipient, String purpose, String gained, String lost, boolean refused) {
    }

    /**
     * All that was found.
     *
     * @param compared disclosures of that agency's data that were looked at
     * @param refused  of those that lose, how many would lose everything
     */
    record Found(int compared, int gaining, int losing, int refused, List<Count> counts, List<Line> lines) {
    }

    /** Compares one disclosure, the newest first. */
    void look(LoggedRequest logged) {
        if (!draft.governs(logged.source())) {
            return;
        }
        compared++;
        Set<DisclosedField> before = allowed(DisclosurePolicy.decide(logged.request(), inForce, logged.day()));
        Set<DisclosedField> after = allowed(DisclosurePolicy.decide(logged.request(), draft, draft.within(logged.day())));
        Set<String> gained = classes(after, before);
        Set<String> lost = classes(before, after);
        if (!gained.isEmpty() || !lost.isEmpty()) {
            count(logged, gained, lost, !before.isEmpty() && after.isEmpty());
        }
    }

    Found found() {
        return new Found(compared, gaining, losing, refused, List.copyOf(counts.values()), List.copyOf(lines));
    }

    private void count(LoggedRequest logged, Set<String> gained, Set<String> lost, boolean all) {
        gaining += gained.isEmpty() ? 0 : 1;
        losing += lost.isEmpty() ? 0 : 1;
        refused += all ? 1 : 0;
        gained.forEach(one -> add(new Count(logged.recipient(), one, 1, 0)));
        lost.forEach(one -> add(new Count(logged.recipient(), one, 0, 1)));
        if (lines.size() < LISTED_LIMIT) {
            lines.add(new Line(logged.entry().id(), PlainTime.of(logged.entry().at()), logged.recipient(), logged.request().purpose().name(), String.join(", ", gained),
                    String.join(", ", lost), all));
        }
    }

    private void add(Count one) {
        counts.merge(one.recipient() + " " + one.dataClass(), one, Count::plus);
    }

    private static Set<DisclosedField> allowed(Decision decision) {
        return decision.parts().stream().flatMap(part -> part.allowed().stream()).collect(Collectors.toSet());
    }

    private static Set<String> classes(Set<DisclosedField> these, Set<DisclosedField> without) {
        return these.stream().filter(field -> !without.contains(field)).map(field -> field.dataClass().name()).collect(Collectors.toCollection(TreeSet::new));
    }
}
