package org.earlyhelp.hub.rights.access;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.earlyhelp.hub.rights.request.Capacity;
import org.earlyhelp.hub.sharing.SubjectItem;
import org.earlyhelp.hub.sharing.SubjectItem.Caution;

/**
 * What becomes of an item before anybody has looked at it. Whatever has a caution stays, so that an answer nobody took trouble with
 * harms nobody, and so that an answer near a domestic-abuse referral looks like any other. Pure.
 */
final class ItemRules {
    /** A person's own home and number are theirs, where the record names nobody else. */
    private static final Set<Caution> HARMLESS_TO_ONESELF = EnumSet.of(Caution.PLACE);

    private ItemRules() {
    }

    /** The choice that stands while nobody chose. */
    static Choice unasked(SubjectItem item, Capacity capacity) {
        return whyHeld(item, capacity).isEmpty() ? Choice.INCLUDE : Choice.WITHHOLD;
    }

    /** On which ground it stays while nobody chose; empty when it goes. */
    static Optional<Exemption> whyHeld(SubjectItem item, Capacity capacity) {
        Set<Caution> cautions = EnumSet.noneOf(Caution.class);
        cautions.addAll(item.cautions());
        if (!capacity.isForAnother()) {
            cautions.removeAll(HARMLESS_TO_ONESELF);
        }
        return cautions.stream().map(ItemRules::ground).min(Enum::compareTo);
    }

    private static Exemption ground(Caution caution) {
        return switch (caution) {
            case OTHER_PERSON, PLACE, SHARED_PLACE, REFERRER, STAFF, FREE_TEXT -> Exemption.OTHER_PEOPLE;
            case HEALTH -> Exemption.HEALTH_HARM;
            case SOCIAL_WORK -> Exemption.SOCIAL_WORK_HARM;
            case DOMESTIC_ABUSE, CHILD_ABUSE -> Exemption.CHILD_ABUSE;
            case ALLEGATION, CRIME -> Exemption.CRIME;
        };
    }
}
