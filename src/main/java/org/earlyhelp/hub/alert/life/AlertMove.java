package org.earlyhelp.hub.alert.life;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.need.Assessment;

/** What an assessment leads to. Pure: the alerts that are open and what became of their grounds and children come as arguments. */
public sealed interface AlertMove {
    /** A new alert on that queue. */
    record Raise(AlertQueue queue) implements AlertMove {
    }

    /** A further version of an open alert. */
    record Update(Alert alert) implements AlertMove {
    }

    /** A further version of an open alert, for its family has other children than it names. */
    record TellChildren(Alert alert) implements AlertMove {
    }

    /** The open alert no longer holds and was never right, or is no longer what the records say. */
    record Withdraw(Alert alert) implements AlertMove {
    }

    /** The open early-help alert ends because first contact has the family from here. */
    record StepUp(Alert alert) implements AlertMove {
    }

    /** No alert: what is new is history of before the feeds were live, so the family waits in the backlog. */
    record Hold() implements AlertMove {
    }

    /**
     * The moves in order; empty when nothing changes for the front door. New evidence alone raises; it updates, and so
     * do children who join or leave the family. Below level 4 only live feeds count. While a first-contact alert is open
     * everything new goes there.
     *
     * @param groundsGone   whether corrections or undone matches, not time, took away what the open alert rests on
     * @param otherChildren whether the family has other children than the open alert names; asked only where it matters
     */
    static List<AlertMove> after(Assessment now, Optional<Alert> earlyHelp, Optional<Alert> firstContact, Predicate<Alert> groundsGone,
                                 Predicate<Alert> otherChildren) {
        if (firstContact.isPresent()) {
            return onFirstContact(now, earlyHelp, firstContact.get(), groundsGone, otherChildren);
        }
        if (isStatutory(now) && hasNews(now)) {
            return stepUp(earlyHelp, new Raise(AlertQueue.FIRST_CONTACT));
        }
        if (earlyHelp.isPresent()) {
            boolean fallen = now.rules().isEmpty() && groundsGone.test(earlyHelp.get());
            return fallen ? List.of(new Withdraw(earlyHelp.get())) : updateIfNews(now, earlyHelp.get(), otherChildren);
        }
        if (now.rules().isEmpty() || now.newEvidence().isEmpty()) {
            return List.of();
        }
        return List.of(hasNews(now) ? new Raise(AlertQueue.EARLY_HELP) : new Hold());
    }

    private static List<AlertMove> onFirstContact(Assessment now, Optional<Alert> earlyHelp, Alert open, Predicate<Alert> groundsGone,
                                                  Predicate<Alert> otherChildren) {
        if (isStatutory(now) || !groundsGone.test(open)) {
            List<AlertMove> moves = new ArrayList<>(updateIfNews(now, open, otherChildren));
            earlyHelp.ifPresent(alert -> moves.add(new StepUp(alert)));
            return moves;
        }
        // What raised it is gone but other needs may stand: they were never handled below level 4, so early help gets them.
        boolean handBack = earlyHelp.isEmpty() && !now.rules().isEmpty();
        return handBack ? List.of(new Withdraw(open), new Raise(AlertQueue.EARLY_HELP)) : List.of(new Withdraw(open));
    }

    private static List<AlertMove> stepUp(Optional<Alert> earlyHelp, AlertMove raise) {
        return earlyHelp.<List<AlertMove>>map(alert -> List.of(raise, new StepUp(alert))).orElse(List.of(raise));
    }

    private static List<AlertMove> updateIfNews(Assessment now, Alert open, Predicate<Alert> otherChildren) {
        if (hasNews(now) || open.mergedSince()) {
            return List.of(new Update(open));
        }
        return otherChildren.test(open) ? List.of(new TellChildren(open)) : List.of();
    }

    private static boolean isStatutory(Assessment now) {
        return now.level() == 4;
    }

    private static boolean hasNews(Assessment now) {
        return !now.newEvidence().isEmpty() && (now.clocked() || isStatutory(now));
    }
}
