package org.earlyhelp.hub.rights.request;

import static org.earlyhelp.hub.rights.request.RequestKind.COMPLAINT;
import static org.earlyhelp.hub.rights.request.RequestKind.RECTIFICATION;
import static org.earlyhelp.hub.rights.request.RequestState.ANSWERED;
import static org.earlyhelp.hub.rights.request.RequestState.CLARIFYING;
import static org.earlyhelp.hub.rights.request.RequestState.IN_HAND;
import static org.earlyhelp.hub.rights.request.RequestState.LIFTED;
import static org.earlyhelp.hub.rights.request.RequestState.LIFTING;
import static org.earlyhelp.hub.rights.request.RequestState.PROPOSED;
import static org.earlyhelp.hub.rights.request.RequestState.RECEIVED;
import static org.earlyhelp.hub.rights.request.RequestState.REFUSED;
import static org.earlyhelp.hub.rights.request.RequestState.WITHDRAWN;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The life of a request as one table: which act leads from which state to which, for which kinds. What is not in it is refused. */
public final class RequestLife {
    private static final Set<RequestKind> ALL = EnumSet.allOf(RequestKind.class);
    private static final Set<RequestKind> COMPLAINTS = EnumSet.of(COMPLAINT);
    private static final Set<RequestKind> RIGHTS = EnumSet.complementOf(EnumSet.of(COMPLAINT));
    private static final Set<RequestKind> BY_TWO = EnumSet.of(RequestKind.ACCESS, RequestKind.OBJECTION, RequestKind.RESTRICTION);
    private static final Set<RequestKind> RESTRICTING = EnumSet.of(RequestKind.OBJECTION, RequestKind.RESTRICTION);
    private static final Set<RequestKind> BY_ONE = EnumSet.of(RECTIFICATION, COMPLAINT);
    private static final List<Edge> EDGES = List.of(
            new Edge(RECEIVED, RequestAct.NAME, RECEIVED, ALL),
            new Edge(RECEIVED, RequestAct.CHECK, IN_HAND, RIGHTS),
            new Edge(RECEIVED, RequestAct.ACKNOWLEDGE, IN_HAND, COMPLAINTS),
            new Edge(RECEIVED, RequestAct.REFUSE, REFUSED, ALL),
            new Edge(RECEIVED, RequestAct.WITHDRAW, WITHDRAWN, ALL),
            new Edge(IN_HAND, RequestAct.NAME, IN_HAND, ALL),
            new Edge(IN_HAND, RequestAct.ASK, CLARIFYING, RIGHTS),
            new Edge(IN_HAND, RequestAct.EXTEND, IN_HAND, RIGHTS),
            new Edge(IN_HAND, RequestAct.PROPOSE, PROPOSED, BY_TWO),
            new Edge(IN_HAND, RequestAct.ANSWER, ANSWERED, BY_ONE),
            new Edge(IN_HAND, RequestAct.REFUSE, REFUSED, ALL),
            new Edge(IN_HAND, RequestAct.WITHDRAW, WITHDRAWN, ALL),
            new Edge(CLARIFYING, RequestAct.CLARIFY, IN_HAND, RIGHTS),
            new Edge(CLARIFYING, RequestAct.REFUSE, REFUSED, RIGHTS),
            new Edge(CLARIFYING, RequestAct.WITHDRAW, WITHDRAWN, RIGHTS),
            new Edge(PROPOSED, RequestAct.SEND_BACK, IN_HAND, BY_TWO),
            new Edge(PROPOSED, RequestAct.RELEASE, ANSWERED, BY_TWO),
            new Edge(ANSWERED, RequestAct.PROPOSE_LIFT, LIFTING, RESTRICTING),
            new Edge(LIFTING, RequestAct.LIFT, LIFTED, RESTRICTING),
            new Edge(LIFTING, RequestAct.SEND_BACK, ANSWERED, RESTRICTING));

    private RequestLife() {
    }

    /** One row of the table. */
    public record Edge(RequestState from, RequestAct act, RequestState to, Set<RequestKind> kinds) {
        public Edge {
            kinds = Set.copyOf(kinds);
        }
    }

    /** All rows, for the diagram and the documentation. */
    public static List<Edge> edges() {
        return EDGES;
    }

    /** Where the act leads; empty when it is not allowed. */
    public static Optional<RequestState> after(RequestKind kind, RequestState state, RequestAct act) {
        return EDGES.stream().filter(edge -> edge.from == state && edge.act == act && edge.kinds.contains(kind)).map(Edge::to).findFirst();
    }

    /** What can be done now, in the order of the table. */
    public static List<RequestAct> acts(RequestKind kind, RequestState state) {
        return EDGES.stream().filter(edge -> edge.from == state && edge.kinds.contains(kind)).map(Edge::act).toList();
    }
}
