package org.earlyhelp.hub.alert.life;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.alert.FollowUp;
import org.earlyhelp.hub.alert.FollowUp.Kind;
import org.earlyhelp.hub.alert.Outcome;
import org.earlyhelp.hub.kernel.London;

/**
 * What is due after a return and after a decision. Source: default rules, clocks. Days are calendar days, the shorter
 * reading of the source; the civil time of the decision is kept when the clocks change. Stateless.
 */
public final class FollowUpClocks {
    private static final Duration RETURN_CONVERSATION = Duration.ofHours(72);
    private static final int ASSESSMENT_DAYS = 15;
    private static final int REVIEW_DAYS = 42;

    private FollowUpClocks() {
    }

    /** A child came back; {@code person} is a P- reference. */
    public record Return(String person, Instant returnedAt) {
    }

    /** The conversation after a return: within 72 hours, held when a person said so afterwards. */
    public static FollowUp afterReturn(Return home, List<Instant> conversations) {
        Optional<Instant> held = conversations.stream().filter(at -> !at.isBefore(home.returnedAt())).min(Instant::compareTo);
        return new FollowUp(Kind.RETURN_CONVERSATION, home.person(), home.returnedAt(), home.returnedAt().plus(RETURN_CONVERSATION), held.orElse(null));
    }

    /** The assessment, and the next review at {@code now}; empty for an outcome that starts neither, or none. */
    public static List<FollowUp> afterDecision(Outcome outcome, Instant decidedAt, Instant now) {
        if (outcome != Outcome.EMERGING && outcome != Outcome.INTENSIVE) {
            return List.of();
        }
        LocalDateTime decided = London.timeOf(decidedAt).toLocalDateTime();
        return List.of(new FollowUp(Kind.ASSESSMENT, null, decidedAt, London.instantOf(decided.plusDays(ASSESSMENT_DAYS)), null), nextReview(decided, London.dateOf(now)));
    }

    /** A review that is due today is still the next one. */
    private static FollowUp nextReview(LocalDateTime decided, LocalDate today) {
        LocalDateTime due = decided.plusDays(REVIEW_DAYS);
        while (due.toLocalDate().isBefore(today)) {
            due = due.plusDays(REVIEW_DAYS);
        }
        return new FollowUp(Kind.SIX_WEEK_REVIEW, null, London.instantOf(due.minusDays(REVIEW_DAYS)), London.instantOf(due), null);
    }
}
