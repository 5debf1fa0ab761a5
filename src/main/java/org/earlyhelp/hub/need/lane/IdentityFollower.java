package org.earlyhelp.hub.need.lane;

import org.earlyhelp.hub.identity.IdentityChanged;
import org.earlyhelp.hub.need.storage.NeedsOfMerged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets what is known follow merges, so that they make no news. After a split the new family or person starts with nothing;
 * one that stands again after an undone merge starts with what was known of it before.
 */
@Component
class IdentityFollower {
    private final NeedsOfMerged needs;

    IdentityFollower(NeedsOfMerged needs) {
        this.needs = needs;
    }

    /** In the transaction of the change. */
    @EventListener
    void follow(IdentityChanged change) {
        switch (change.kind()) {
            case FAMILY_MERGED -> needs.family(change.kept(), change.gone());
            case PERSON_MERGED -> needs.person(change.kept(), change.gone());
            case PERSON_SPLIT -> needs.restore(change.gone());
            case FAMILY_SPLIT -> {
                // Nothing is copied: what the new one knows, it must learn from its own facts.
            }
        }
    }
}
