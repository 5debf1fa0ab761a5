package org.earlyhelp.hub.sharing.change;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.AgreementNotices.Kind;

/** Which notices an agreement's dates make on a day. Pure: given again on the same day they are the same. */
final class DueNotices {
    private static final Map<Integer, Kind> ENDS = new TreeMap<>(Map.of(90, Kind.ENDS_IN_90_DAYS, 60, Kind.ENDS_IN_60_DAYS, 30, Kind.ENDS_IN_30_DAYS,
            7, Kind.ENDS_IN_7_DAYS));
    private static final Map<Integer, Kind> REVIEW = new TreeMap<>(Map.of(90, Kind.REVIEW_IN_90_DAYS, 60, Kind.REVIEW_IN_60_DAYS, 30, Kind.REVIEW_IN_30_DAYS,
            7, Kind.REVIEW_IN_7_DAYS));

    private DueNotices() {
    }

    /** A notice and the day it is about. */
    record Due(Kind kind, LocalDate day) {
    }

    static List<Due> of(Agreement agreement, LocalDate today) {
        List<Due> due = new ArrayList<>();
        switch (agreement.standingOn(today)) {
            case IN_FORCE -> {
                within(ENDS, agreement.end(), today).ifPresent(kind -> due.add(new Due(kind, agreement.end())));
                review(agreement, today).ifPresent(kind -> due.add(new Due(kind, agreement.review())));
            }
            case GRACE -> due.add(new Due(Kind.IN_GRACE, agreement.end()));
            case LAPSED -> due.add(new Due(Kind.NOT_IN_FORCE, today));
            case NOT_BEGUN, NONE -> {
                // Nothing is taken or disclosed yet: the page says so, and nobody need be told day by day.
            }
        }
        return due;
    }

    /** A review that falls on the end is the renewal itself. */
    private static Optional<Kind> review(Agreement agreement, LocalDate today) {
        if (agreement.review().equals(agreement.end())) {
            return Optional.empty();
        }
        return today.isAfter(agreement.review()) ? Optional.of(Kind.REVIEW_OVERDUE) : within(REVIEW, agreement.review(), today);
    }

    /** The tightest that holds. */
    private static Optional<Kind> within(Map<Integer, Kind> kinds, LocalDate day, LocalDate today) {
        long left = ChronoUnit.DAYS.between(today, day);
        return kinds.entrySet().stream().filter(kind -> left <= kind.getKey()).map(Map.Entry::getValue).findFirst();
    }
}
