package org.earlyhelp.hub.web.stewardship;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.earlyhelp.hub.identity.PersonMentions.Said;
import org.earlyhelp.hub.identity.review.PairWeights;
import org.earlyhelp.hub.identity.review.ReviewPair;
import org.earlyhelp.hub.identity.review.ReviewStep;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.web.StaffRole;
import org.earlyhelp.hub.web.Viewer;

/**
 * One pair, ready to be printed or sent as JSON. {@code explanation} and {@code weights} stay empty until somebody has decided, so that
 * whoever decides is not led by a number.
 *
 * @param acts what this reader may do about it, as the last part of the path
 */
record PairSheet(long id, int version, String one, String other, String why, String state, String raised, boolean placeHidden,
                 List<SideBySide.Line> lines, List<String> ripple, List<String> explanation, List<PairWeights.Weight> weights, List<String> steps, List<String> acts) {
    private static final List<String> ANSWERS = List.of("same", "different", "not-sure");

    /** Makes the page; call it from the disclosure desk only. */
    static PairSheet of(ReviewPair pair, List<SideBySide.Line> lines, List<String> ripple, List<Said> sources,
                        Supplier<List<PairWeights.Weight>> weights, List<ReviewStep> steps, Viewer viewer) {
        return new PairSheet(pair.id(), pair.version(), pair.one(), pair.other(), pair.why(), pair.state().words(), PlainTime.of(pair.raisedAt()),
                pair.placeHidden(), lines, ripple, isBlind(pair) ? List.of() : explanation(pair, sources),
                isBlind(pair) ? List.of() : weights.get(),
                steps.stream().map(step -> PlainTime.of(step.at()) + ": " + step.by() + " " + step.act().words() + ". Reason: " + step.reason()).toList(),
                acts(pair, viewer));
    }

    private static boolean isBlind(ReviewPair pair) {
        return pair.state().isWaiting();
    }

    /** Why each record is taken to be of its person; then the weight, if the rules gave one. */
    private static List<String> explanation(ReviewPair pair, List<Said> sources) {
        List<String> links = sources.stream().map(said -> said.person() + ": " + said.record() + " – " + said.why()).distinct().toList();
        String weight = Optional.ofNullable(pair.weight()).map(value -> "The rules gave this pair a weight of %.1f (log2 odds).".formatted(value)).orElse(null);
        return weight == null ? links : Stream.concat(links.stream(), Stream.of(weight)).toList();
    }

    private static List<String> acts(ReviewPair pair, Viewer viewer) {
        boolean steward = viewer.role() == StaffRole.STEWARD;
        return switch (pair.state()) {
            case OPEN, NOT_SURE -> steward && pair.isAsked() ? ANSWERS : List.of();
            case WAITING -> viewer.account().equals(pair.decidedBy()) ? List.of("undo") : List.of("confirm", "decline");
            // Where a place is hidden, two people part them, on the records of the person.
            case SAME -> pair.placeHidden() ? List.of() : List.of("undo");
            case DIFFERENT, UNDONE -> List.of("undo");
        };
    }
}
