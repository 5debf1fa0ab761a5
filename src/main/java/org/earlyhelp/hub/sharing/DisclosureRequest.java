package org.earlyhelp.hub.sharing;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One act of disclosure before it is allowed.
 *
 * @param channel  queue, page path template, export name or receipt: how it would leave
 * @param level    1 to 4: the level of the family that makes it necessary; 0 when no alert is behind it
 * @param reason   what the person who asks gave as reason; null for a machine
 * @param versions names and versions of rules and mappings that led to it
 * @param core     what of it must be allowed for the rest to leave at all
 */
public record DisclosureRequest(ActKind kind, Recipient recipient, Purpose purpose, String channel, int level, String reason,
                                List<DisclosureSubject> subjects, Map<String, String> versions, Core core) {
    /** Fields by name; {@code all} of them must be allowed, else one is enough. Names that are not asked for are passed over. */
    public record Core(Set<String> fields, boolean all) {
        /** Whatever is allowed may leave. */
        public static final Core NONE = new Core(Set.of(), false);

        public Core {
            fields = Set.copyOf(fields);
        }
    }

    public DisclosureRequest {
        subjects = List.copyOf(subjects);
        versions = Map.copyOf(versions);
    }

    /** A request of which whatever is allowed may leave. */
    public DisclosureRequest(ActKind kind, Recipient recipient, Purpose purpose, String channel, int level, String reason,
                             List<DisclosureSubject> subjects, Map<String, String> versions) {
        this(kind, recipient, purpose, channel, level, reason, subjects, versions, Core.NONE);
    }

    /** The same, but nothing leaves without that core. */
    public DisclosureRequest needing(Core needed) {
        return new DisclosureRequest(kind, recipient, purpose, channel, level, reason, subjects, versions, needed);
    }
}
