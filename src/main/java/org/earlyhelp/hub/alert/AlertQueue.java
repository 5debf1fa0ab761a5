package org.earlyhelp.hub.alert;

import java.util.Arrays;

/** The two queues on which alerts go to the front door, with their JMS priority and the levels they carry. */
public enum AlertQueue {
    EARLY_HELP("frontdoor.early-help", 4, 2, 3),
    FIRST_CONTACT("frontdoor.first-contact", 9, 4, 4);

    private final String queueName;
    private final int priority;
    private final int lowestLevel;
    private final int highestLevel;

    AlertQueue(String queueName, int priority, int lowestLevel, int highestLevel) {
        this.queueName = queueName;
        this.priority = priority;
        this.lowestLevel = lowestLevel;
        this.highestLevel = highestLevel;
    }

    /** The queue of that name; {@link IllegalArgumentException} when it carries no alerts. */
    public static AlertQueue named(String queueName) {
        return Arrays.stream(values()).filter(queue -> queue.queueName.equals(queueName)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no queue of alerts: " + queueName));
    }

    /** The name by which the broker knows it. */
    public String queueName() {
        return queueName;
    }

    /** JMS priority, 0 to 9. */
    public int priority() {
        return priority;
    }

    /** The family's level as this queue carries it: an open alert outlives the level that time has lowered. */
    public int levelFor(int levelOfFamily) {
        return Math.max(lowestLevel, Math.min(highestLevel, levelOfFamily));
    }
}
