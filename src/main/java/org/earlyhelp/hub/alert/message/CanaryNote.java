package org.earlyhelp.hub.alert.message;

import java.util.Map;
import org.earlyhelp.hub.intake.canary.CanaryMessage;

/**
 * A canary on its way over the broker: what the hub would have told of it, word for word, under a type and properties that no case
 * system takes for an alert. Pure.
 */
public final class CanaryNote {
    /** Of the message, where alerts have theirs. */
    public static final String TYPE = "earlyhelp.canary.v1";
    /** String properties by which it is known again. */
    public static final String UPLOAD = "canary";
    /** Of the feed through which it came. */
    public static final String AGENCY = "canary_agency";
    /** The feed through which it came. */
    public static final String FEED = "canary_feed";
    private static final int PRIORITY = 4;

    private CanaryNote() {
    }

    /** The message for that queue. Where no alert is raised, its text says so. */
    public static OutboxMessage of(CanaryMessage canary, String queue) {
        Map<String, String> properties = Map.of(UPLOAD, canary.upload(), AGENCY, canary.agency(), FEED, canary.feed());
        return new OutboxMessage(canary.upload(), queue, TYPE, null, PRIORITY, properties, canary.text() == null ? nothingToTell(canary) : canary.text());
    }

    private static String nothingToTell(CanaryMessage canary) {
        return CloudEvent.text(CloudEvent.object().put("canary", canary.upload()).put("alert", false));
    }
}
