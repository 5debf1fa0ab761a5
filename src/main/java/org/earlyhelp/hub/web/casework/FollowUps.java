package org.earlyhelp.hub.web.casework;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.Decision;
import org.earlyhelp.hub.alert.Outcome;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.need.StoryEvent;
import org.earlyhelp.hub.page.PlainTime;

/** What falls due after a decision or a return. Source: default rules, clocks. */
final class FollowUps {
    private static final int ASSESSMENT_DAYS = 15;
    private static final int REVIEW_EVERY_DAYS = 42;
    private static final Duration RETURN_CONVERSATION = Duration.ofHours(72);
    private static final Duration RETURN_SHOWN = Duration.ofDays(14);

    private FollowUps() {
    }

    static List<String> of(AlertCase alertCase) {
        List<String> due = new ArrayList<>();
        Alert alert = alertCase.alert();
        if (alert.decidedAt() != null && (alert.outcome() == Outcome.EMERGING || alert.outcome() == Outcome.INTENSIVE)) {
            LocalDate decided = London.dateOf(alert.decidedAt());
            due.add("Assessment of the whole family due by " + PlainTime.of(decided.plusDays(ASSESSMENT_DAYS)) + ".");
            due.add("Next six-weekly review on " + PlainTime.of(nextReview(decided, London.dateOf(alertCase.now()))) + ".");
        }
        boolean talked = alertCase.history().decisions().stream().anyMatch(decision -> decision.action() == Decision.Action.RETURN_CONVERSATION);
        if (!talked) {
            alertCase.story().events().stream().filter(event -> event.kind() == StoryEvent.Kind.RETURN && event.at() != null)
                    .filter(event -> event.at().isAfter(alertCase.now().minus(RETURN_SHOWN))).findFirst().map(StoryEvent::at).ifPresent(at -> due.add(conversation(at, alertCase.now())));
        }
        return due;
    }

    private static String conversation(Instant returnedAt, Instant now) {
        Instant due = returnedAt.plus(RETURN_CONVERSATION);
        return "Conversation with the child after the return " + (due.isBefore(now) ? "was due by " : "due by ") + PlainTime.of(due) + ".";
    }

    private static LocalDate nextReview(LocalDate decided, LocalDate today) {
        LocalDate review = decided.plusDays(REVIEW_EVERY_DAYS);
        while (review.isBefore(today)) {
            review = review.plusDays(REVIEW_EVERY_DAYS);
        }
        return review;
    }
}
