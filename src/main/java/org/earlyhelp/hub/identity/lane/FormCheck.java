package org.earlyhelp.hub.identity.lane;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.earlyhelp.hub.identity.review.ReviewAct;
import org.earlyhelp.hub.identity.review.ReviewAnswer;
import org.earlyhelp.hub.identity.review.ReviewAnswer.Fault;
import org.earlyhelp.hub.identity.review.ReviewForm;
import org.earlyhelp.hub.identity.review.ReviewLife;
import org.earlyhelp.hub.identity.review.ReviewPair;
import org.earlyhelp.hub.identity.review.ReviewState;
import org.earlyhelp.hub.identity.review.ReviewStep;

/** Whether a form still fits the pair as it stands: not sent twice, not stale, allowed, with a reason, by the right person. */
record FormCheck(ReviewPair pair, List<ReviewStep> steps, ReviewForm form, ReviewAct act) {
    /** The same person sent the same form before: a double click, a page sent again. */
    boolean isRepeated() {
        return steps.stream().anyMatch(step -> step.version() == form.version() + 1 && step.by().equals(form.by())
                && step.reason().equals(form.reason()) && isSameAnswer(step.act()));
    }

    /** Once people are joined their place may be hidden: what was JOIN would be PROPOSE now. */
    private boolean isSameAnswer(ReviewAct done) {
        Set<ReviewAct> same = Set.of(ReviewAct.JOIN, ReviewAct.PROPOSE);
        return done == act || same.contains(done) && same.contains(act);
    }

    /** What is wrong with it; empty when nothing is. */
    Optional<ReviewAnswer> refusal() {
        if (!form.hasReason()) {
            return refused(Fault.NO_REASON, "A reason is needed, of at most " + ReviewForm.REASON_CHARACTERS + " characters. Name nobody in it.");
        }
        if (form.version() != pair.version()) {
            return refused(Fault.STALE, "Somebody has dealt with this pair since you opened it: it " + isNow() + ". Please look at it again.");
        }
        if (!form.one().equals(pair.one()) || !form.other().equals(pair.other())) {
            return refused(Fault.STALE, "People were joined or parted since you opened this pair: it is about " + about() + " now. Please look at it again.");
        }
        return refusalOfAct();
    }

    private Optional<ReviewAnswer> refusalOfAct() {
        if (ReviewLife.next(pair.state(), act).isEmpty()) {
            return refused(Fault.NOT_ALLOWED, "This pair " + isNow() + ": that answer does not fit any more.");
        }
        boolean asks = act != ReviewAct.UNDO && act != ReviewAct.DECLINE;
        if (asks && pair.isJoined()) {
            return refused(Fault.NOT_ALLOWED, "The two are one person already: another decision or record joined them.");
        }
        if (asks && pair.keptApart() && act != ReviewAct.KEEP_APART) {
            return refused(Fault.NOT_ALLOWED, "Another decision keeps the two apart. Take that one back first.");
        }
        boolean second = pair.state() == ReviewState.WAITING && act == ReviewAct.CONFIRM;
        return second && form.by().equals(pair.decidedBy())
                ? refused(Fault.SAME_PERSON, "You said so yourself: a second, different person must confirm it.") : Optional.empty();
    }

    private String isNow() {
        return pair.state() == ReviewState.OPEN ? "is open again" : pair.state().words().startsWith("waits") ? pair.state().words() : "is " + pair.state().words();
    }

    private String about() {
        return pair.isJoined() ? "one person, " + pair.one() : pair.one() + " and " + pair.other();
    }

    private static Optional<ReviewAnswer> refused(Fault fault, String found) {
        return Optional.of(ReviewAnswer.refused(fault, found));
    }
}
