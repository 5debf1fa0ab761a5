package org.earlyhelp.hub.need.rules;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The sentences of rules: which places a kind of fact can fill, and the filling. */
public final class Sentences {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
    private static final Map<Class<?>, Set<String>> PLACES = Map.ofEntries(
            Map.entry(NeedCondition.MissingEpisode.class, Set.of("times", "days")),
            Map.entry(NeedCondition.AbsenceShare.class, Set.of("missed", "possible", "illness", "authorised", "unauthorised")),
            Map.entry(NeedCondition.CodedSessions.class, Set.of("count", "weeks")),
            Map.entry(NeedCondition.HealthReview.class, Set.of("reviews")),
            Map.entry(NeedCondition.DevelopmentResult.class, Set.of("areas")),
            Map.entry(NeedCondition.DomesticAbuse.class, Set.of("how")),
            Map.entry(NeedCondition.AbsenceRun.class, Set.of("why")),
            Map.entry(NeedCondition.OffRegister.class, Set.of("days")),
            Map.entry(NeedCondition.ReviewOverdue.class, Set.of("reviews")),
            Map.entry(HarmRule.StillMissing.class, Set.of("hours")));

    private Sentences() {
    }

    /** What the condition can fill: of a combination, only what exactly one part that must hold can. */
    static Set<String> places(NeedCondition condition) {
        if (condition instanceof NeedCondition.Counted counted) {
            return places(counted.of());
        }
        if (!(condition instanceof NeedCondition.Combined combined)) {
            return PLACES.getOrDefault(condition.getClass(), Set.of());
        }
        if (combined.join() != NeedCondition.Join.ALL) {
            return Set.of();
        }
        List<String> all = combined.parts().stream().flatMap(part -> places(part).stream()).toList();
        return all.stream().filter(place -> Collections.frequency(all, place) == 1).collect(Collectors.toSet());
    }

    static Set<String> places(HarmRule.Condition condition) {
        return PLACES.getOrDefault(condition.getClass(), Set.of());
    }

    /** The places in the sentence that are not among those that can be filled; empty when all is well. */
    static Set<String> unknownPlaces(String sentence, Set<String> places) {
        Set<String> unknown = new LinkedHashSet<>();
        PLACE.matcher(sentence).results().map(found -> found.group(1))
                .filter(place -> !places.contains(place)).forEach(unknown::add);
        return unknown;
    }

    /** The sentence with its places filled. */
    public static String fill(String sentence, Map<String, ?> values) {
        return PLACE.matcher(sentence).replaceAll(found -> Matcher.quoteReplacement(String.valueOf(values.get(found.group(1)))));
    }

    /** {@code once}, {@code 2 times}. */
    public static String times(long count) {
        return count == 1 ? "once" : count + " times";
    }
}
