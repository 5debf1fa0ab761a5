package org.earlyhelp.hub.rights.access;

import java.util.Optional;
import org.earlyhelp.hub.sharing.SubjectItem;

/**
 * An item with what becomes of it.
 *
 * @param choice  what stands: chosen, or by rule
 * @param chosen  what an officer chose; empty while nobody did
 * @param ground  why it stays or is redacted; empty where it goes as it is
 * @param guarded nobody can hand it over in this request
 */
public record AccessItem(SubjectItem item, Choice choice, Optional<ItemChoice> chosen, Optional<Exemption> ground, boolean guarded) {
    /** What goes out; empty for what stays. */
    public Optional<String> handedOver() {
        return switch (choice) {
            case INCLUDE -> Optional.of(item.value());
            case REDACT -> chosen.map(ItemChoice::redacted);
            case WITHHOLD -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return item.id();
    }
}
