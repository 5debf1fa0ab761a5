package org.earlyhelp.hub.need.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.earlyhelp.hub.need.LiveFeeds;

/**
 * The evidence of an assessment that the family was not assessed on before: a new episode, referral, missed review,
 * concern or harm test; a need that did not hold; a higher grade. A further mark or a repeat is none.
 */
final class News {
    private final Known known;
    private final Map<String, List<Sign>> cases = new LinkedHashMap<>();
    private final Map<String, List<Sign>> changes = new LinkedHashMap<>();

    News(Known known, List<ShownNeed> needs, List<ShownHarm> harms) {
        this.known = known;
        needs.forEach(this::add);
        harms.forEach(harm -> addCase(harm.key(), harm.sign()));
    }

    /** All keys that are new: of cases, of needs and of grades. */
    Set<String> keys() {
        Set<String> keys = new TreeSet<>(cases.keySet());
        keys.addAll(changes.keySet());
        return keys;
    }

    /** The keys to remember: those of cases. Needs and grades are known by what holds. */
    Set<String> keysToRemember() {
        return new TreeSet<>(cases.keySet());
    }

    /** Whether any of the news comes from a live feed. */
    boolean isLive(LiveFeeds live) {
        return Stream.concat(cases.values().stream(), changes.values().stream()).flatMap(List::stream)
                .anyMatch(sign -> live.clocks(sign.record().agency(), sign.record().feed(), sign.at(), sign.record().receivedAt()));
    }

    private void add(ShownNeed need) {
        need.signs().stream().filter(sign -> sign.key() != null).forEach(sign -> addCase(sign.key(), sign));
        String before = known.grades().get(new Known.PersonNeed(need.person().ref(), need.rule().id()));
        if (before == null) {
            changes.put("NEED:" + need.rule().id() + ":" + need.person().ref(), need.signs());
        } else if (need.rule().rankOf(need.grade()) > need.rule().rankOf(before)) {
            changes.put("GRADE:" + need.rule().id() + ":" + need.grade() + ":" + need.person().ref(), need.signs());
        }
    }

    private void addCase(String key, Sign sign) {
        if (!known.seen().contains(key)) {
            cases.put(key, List.of(sign));
        }
    }
}
