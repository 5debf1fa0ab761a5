package org.earlyhelp.hub.sharing;

import java.util.List;
import java.util.Map;

/**
 * One act of disclosure before it is allowed.
 *
 * @param channel  queue, page path template, export name or receipt: how it would leave
 * @param level    1 to 4: the level of the family that makes it necessary; 0 when no alert is behind it
 * @param reason   what the person who asks gave as reason; null for a machine
 * @param versions names and versions of rules and mappings that led to it
 */
public record DisclosureRequest(ActKind kind, Recipient recipient, Purpose purpose, String channel, int level, String reason,
                                List<DisclosureSubject> subjects, Map<String, String> versions) {
    public DisclosureRequest {
        subjects = List.copyOf(subjects);
        versions = Map.copyOf(versions);
    }
}
