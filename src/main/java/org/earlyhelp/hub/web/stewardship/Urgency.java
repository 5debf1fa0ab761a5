package org.earlyhelp.hub.web.stewardship;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.AlertDirectory;
import org.earlyhelp.hub.alert.WorkingDays;
import org.earlyhelp.hub.identity.review.ReviewPair;
import org.earlyhelp.hub.need.Forecasts;
import org.earlyhelp.hub.need.Forecasts.Forecast;
import org.earlyhelp.hub.need.Forecasts.Join;
import org.springframework.stereotype.Component;

/** How pressing a pair is, by what joining the two would change. */
@Component
class Urgency {
    static final Duration LEVEL_FOUR_WITHIN = Duration.ofHours(4);
    private static final int STATUTORY_LEVEL = 4;

    private final Forecasts forecasts;
    private final AlertDirectory alerts;
    private final WorkingDays days;

    Urgency(Forecasts forecasts, AlertDirectory alerts, WorkingDays days) {
        this.forecasts = forecasts;
        this.alerts = alerts;
        this.days = days;
    }

    /** What is at stake, the most pressing first. */
    enum Concern {
        LEVEL_FOUR("level 4: within 4 hours"), ALERT("an alert: within a working day"), AGE("the rest: by age");

        private final String words;

        Concern(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** {@code dueAt} is null where age alone counts. */
    record Rank(Concern concern, Instant dueAt) {
    }

    /** By the id of the pair. */
    Map<Long, Rank> of(List<ReviewPair> pairs) {
        Map<Join, Forecast> foretold = forecasts.ifOne(pairs.stream().map(Urgency::join).toList());
        Set<String> open = alerts.openAmong(pairs.stream().flatMap(Urgency::families).distinct().toList());
        Map<Long, Rank> ranks = new LinkedHashMap<>();
        pairs.forEach(pair -> ranks.put(pair.id(), rank(pair, foretold.get(join(pair)), families(pair).anyMatch(open::contains))));
        return ranks;
    }

    private Rank rank(ReviewPair pair, Forecast forecast, boolean hasOpenAlert) {
        if (forecast != null && Math.max(forecast.levelNow(), forecast.levelThen()) == STATUTORY_LEVEL) {
            return new Rank(Concern.LEVEL_FOUR, pair.evidenceAt().plus(LEVEL_FOUR_WITHIN));
        }
        boolean alert = forecast != null && forecast.raises() || hasOpenAlert;
        return alert ? new Rank(Concern.ALERT, days.sameTimeNextWorkingDay(pair.evidenceAt())) : new Rank(Concern.AGE, null);
    }

    private static Stream<String> families(ReviewPair pair) {
        return Stream.of(pair.oneFamily(), pair.otherFamily()).filter(Objects::nonNull);
    }

    private static Join join(ReviewPair pair) {
        return new Join(pair.one(), pair.other());
    }
}
