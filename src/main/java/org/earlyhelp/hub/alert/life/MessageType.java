package org.earlyhelp.hub.alert.life;

import java.util.Arrays;
import java.util.Optional;
import org.earlyhelp.hub.alert.AlertStatus;

/** The types of message about an alert. Source: contract, section 5. */
public enum MessageType {
    RAISED("earlyhelp.alert.raised.v1"), UPDATED("earlyhelp.alert.updated.v1"),
    WITHDRAWN("earlyhelp.alert.withdrawn.v1"), CLOSED("earlyhelp.alert.closed.v1"),
    /** Beside WITHDRAWN, to every queue that had been told. */
    RECALLED("earlyhelp.alert.recalled.v1");

    private final String type;

    MessageType(String type) {
        this.type = type;
    }

    /** What there is to tell of an alert in that state to whoever knows of it. */
    public static MessageType of(AlertStatus status) {
        return switch (status) {
            case RAISED, ACKNOWLEDGED -> UPDATED;
            case WITHDRAWN -> WITHDRAWN;
            case DECIDED, CLOSED -> CLOSED;
        };
    }

    /** The type of that name; empty when it is none of an alert. */
    public static Optional<MessageType> named(String type) {
        return Arrays.stream(values()).filter(one -> one.type.equals(type)).findFirst();
    }

    /** The CloudEvents type, also the JMSType. */
    public String type() {
        return type;
    }
}
