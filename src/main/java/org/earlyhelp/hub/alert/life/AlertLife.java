package org.earlyhelp.hub.alert.life;

import static org.earlyhelp.hub.alert.AlertStatus.ACKNOWLEDGED;
import static org.earlyhelp.hub.alert.AlertStatus.CLOSED;
import static org.earlyhelp.hub.alert.AlertStatus.DECIDED;
import static org.earlyhelp.hub.alert.AlertStatus.RAISED;
import static org.earlyhelp.hub.alert.AlertStatus.WITHDRAWN;

import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.alert.AlertStatus;

/**
 * The life of an alert as one table: which event leads from which state to which, and the message it emits. The guard,
 * the terminal states and the diagram are read from it; what is not in the table is refused.
 *
 * <p>A remark or a late acknowledgement after the end changes nothing and is welcome; a decision after the end is
 * refused, because another alert, or none, has the family and a person must look again. What a person decided stands when
 * its grounds are gone; whoever was told is told that they are.
 */
public final class AlertLife {
    private static final List<Edge> EDGES = List.of(
            edge(RAISED, AlertEvent.NEW_EVIDENCE, RAISED, MessageType.UPDATED),
            edge(RAISED, AlertEvent.CHILDREN_CHANGED, RAISED, MessageType.UPDATED),
            edge(RAISED, AlertEvent.GROUNDS_GONE, WITHDRAWN, MessageType.WITHDRAWN),
            edge(RAISED, AlertEvent.RULE_WITHDRAWN, WITHDRAWN, MessageType.WITHDRAWN),
            edge(RAISED, AlertEvent.STEPPED_UP, CLOSED, MessageType.CLOSED),
            edge(RAISED, AlertEvent.MERGED, CLOSED, MessageType.CLOSED),
            edge(RAISED, AlertEvent.SPOKEN_FOR, CLOSED, MessageType.CLOSED),
            edge(RAISED, AlertEvent.ACKNOWLEDGED, ACKNOWLEDGED, null),
            edge(RAISED, AlertEvent.DECIDED, DECIDED, MessageType.CLOSED),
            edge(RAISED, AlertEvent.HANDED_UP, DECIDED, MessageType.CLOSED),
            edge(RAISED, AlertEvent.HANDED_DOWN, DECIDED, MessageType.CLOSED),
            edge(RAISED, AlertEvent.DECIDED_ON_OLDER, ACKNOWLEDGED, null),
            edge(RAISED, AlertEvent.REMARKED, RAISED, null),
            edge(ACKNOWLEDGED, AlertEvent.NEW_EVIDENCE, ACKNOWLEDGED, MessageType.UPDATED),
            edge(ACKNOWLEDGED, AlertEvent.CHILDREN_CHANGED, ACKNOWLEDGED, MessageType.UPDATED),
            edge(ACKNOWLEDGED, AlertEvent.GROUNDS_GONE, WITHDRAWN, MessageType.WITHDRAWN),
            edge(ACKNOWLEDGED, AlertEvent.RULE_WITHDRAWN, WITHDRAWN, MessageType.WITHDRAWN),
            edge(ACKNOWLEDGED, AlertEvent.STEPPED_UP, CLOSED, MessageType.CLOSED),
            edge(ACKNOWLEDGED, AlertEvent.MERGED, CLOSED, MessageType.CLOSED),
            edge(ACKNOWLEDGED, AlertEvent.ACKNOWLEDGED, ACKNOWLEDGED, null),
            edge(ACKNOWLEDGED, AlertEvent.DECIDED, DECIDED, MessageType.CLOSED),
            edge(ACKNOWLEDGED, AlertEvent.HANDED_UP, DECIDED, MessageType.CLOSED),
            edge(ACKNOWLEDGED, AlertEvent.HANDED_DOWN, DECIDED, MessageType.CLOSED),
            edge(ACKNOWLEDGED, AlertEvent.DECIDED_ON_OLDER, ACKNOWLEDGED, null),
            edge(ACKNOWLEDGED, AlertEvent.REMARKED, ACKNOWLEDGED, null),
            edge(DECIDED, AlertEvent.ACKNOWLEDGED, DECIDED, null),
            edge(DECIDED, AlertEvent.DECIDED, DECIDED, MessageType.CLOSED),
            edge(DECIDED, AlertEvent.HANDED_UP, DECIDED, MessageType.CLOSED),
            edge(DECIDED, AlertEvent.HANDED_DOWN, DECIDED, MessageType.CLOSED),
            edge(DECIDED, AlertEvent.GROUNDS_GONE, DECIDED, null),
            edge(DECIDED, AlertEvent.REMARKED, DECIDED, null),
            edge(CLOSED, AlertEvent.ACKNOWLEDGED, CLOSED, null),
            edge(CLOSED, AlertEvent.REMARKED, CLOSED, null),
            edge(WITHDRAWN, AlertEvent.ACKNOWLEDGED, WITHDRAWN, null),
            edge(WITHDRAWN, AlertEvent.REMARKED, WITHDRAWN, null));

    private AlertLife() {
    }

    /** One row of the table; {@code message} is empty when nothing is published. */
    public record Edge(AlertStatus from, AlertEvent event, AlertStatus to, Optional<MessageType> message) {
    }

    /** All rows, for the diagram and the documentation. */
    public static List<Edge> edges() {
        return EDGES;
    }

    /** Where the event leads from that state; empty when it is refused there. */
    public static Optional<Edge> edge(AlertStatus from, AlertEvent event) {
        return EDGES.stream().filter(edge -> edge.from() == from && edge.event() == event).findFirst();
    }

    /** Whether no event leads out of the state any more. */
    public static boolean isTerminal(AlertStatus status) {
        return EDGES.stream().filter(edge -> edge.from() == status).allMatch(edge -> edge.to() == status);
    }

    private static Edge edge(AlertStatus from, AlertEvent event, AlertStatus to, MessageType message) {
        return new Edge(from, event, to, Optional.ofNullable(message));
    }
}
