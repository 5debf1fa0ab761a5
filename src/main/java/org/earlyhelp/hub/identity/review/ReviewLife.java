package org.earlyhelp.hub.identity.review;

import static org.earlyhelp.hub.identity.review.ReviewState.DIFFERENT;
import static org.earlyhelp.hub.identity.review.ReviewState.NOT_SURE;
import static org.earlyhelp.hub.identity.review.ReviewState.OPEN;
import static org.earlyhelp.hub.identity.review.ReviewState.SAME;
import static org.earlyhelp.hub.identity.review.ReviewState.UNDONE;
import static org.earlyhelp.hub.identity.review.ReviewState.WAITING;

import java.util.List;
import java.util.Optional;

/** The life of a pair as one table: which act leads from which state to which. What is not in it is refused. */
public final class ReviewLife {
    private static final List<Edge> EDGES = List.of(
            new Edge(OPEN, ReviewAct.JOIN, SAME),
            new Edge(OPEN, ReviewAct.PROPOSE, WAITING),
            new Edge(OPEN, ReviewAct.KEEP_APART, DIFFERENT),
            new Edge(OPEN, ReviewAct.LEAVE_OPEN, NOT_SURE),
            new Edge(NOT_SURE, ReviewAct.JOIN, SAME),
            new Edge(NOT_SURE, ReviewAct.PROPOSE, WAITING),
            new Edge(NOT_SURE, ReviewAct.KEEP_APART, DIFFERENT),
            new Edge(NOT_SURE, ReviewAct.LEAVE_OPEN, NOT_SURE),
            new Edge(NOT_SURE, ReviewAct.UNDO, OPEN),
            new Edge(WAITING, ReviewAct.CONFIRM, SAME),
            new Edge(WAITING, ReviewAct.DECLINE, OPEN),
            new Edge(WAITING, ReviewAct.UNDO, OPEN),
            new Edge(SAME, ReviewAct.UNDO, UNDONE),
            new Edge(DIFFERENT, ReviewAct.UNDO, OPEN),
            new Edge(UNDONE, ReviewAct.UNDO, OPEN));

    private ReviewLife() {
    }

    /** One row of the table. */
    public record Edge(ReviewState from, ReviewAct act, ReviewState to) {
    }

    /** All rows, for the diagram and the documentation. */
    public static List<Edge> edges() {
        return EDGES;
    }

    /** Where the act leads from that state; empty when it is refused there. */
    public static Optional<ReviewState> next(ReviewState from, ReviewAct act) {
        return EDGES.stream().filter(edge -> edge.from() == from && edge.act() == act).map(Edge::to).findFirst();
    }
}
