package org.earlyhelp.hub.alert.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertQueue;
import org.earlyhelp.hub.alert.AlertStatus;
import org.earlyhelp.hub.alert.life.SpokenFor;
import org.earlyhelp.hub.alert.life.SpokenFor.Household;
import org.earlyhelp.hub.alert.life.SpokenFor.Referral;
import org.earlyhelp.hub.alert.storage.AlertStore;
import org.earlyhelp.hub.alert.storage.SpokenForStore;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.need.Assessment;
import org.springframework.stereotype.Component;

/**
 * Keeps one referral from coming to the front door twice, by the rule of {@link SpokenFor}. A family for which another's
 * alert speaks is looked at again at every assessment: with anything of its own, or when the rule no longer fits, it gets
 * its own alert; and when that alert is taken back, it is asked about anew.
 */
@Component
class SpokenForDesk {
    private final SpokenForStore store;
    private final AlertStore alerts;
    private final HubClock clock;

    SpokenForDesk(SpokenForStore store, AlertStore alerts, HubClock clock) {
        this.store = store;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** The open alert that speaks for this family instead of a new one on that queue, as it stands once nobody else can change it. */
    Optional<Alert> speakerFor(Assessment now, AlertQueue queue) {
        AlertContent ours = AlertContent.of(now, queue);
        return store.openOfCarers(now.familyId()).stream()
                .filter(alert -> mayTake(alert.queue(), queue) && hasRoom(alert, now.familyId()) && speaks(alert.content(), alert.familyId(), ours, now.familyId()))
                .findFirst().flatMap(alert -> alerts.findLocked(alert.ref())).filter(alert -> alert.status().isOpen());
    }

    private boolean hasRoom(Alert alert, long family) {
        Map<Long, AlertContent> said = store.saidBy(alert.id());
        return said.containsKey(family) || said.size() < SpokenFor.MOST_FAMILIES;
    }

    /** First contact has whatever is new of a family; early help does not speak of level 4. */
    private static boolean mayTake(AlertQueue speaker, AlertQueue other) {
        return speaker == other || speaker == AlertQueue.FIRST_CONTACT;
    }

    /** The speaker says from here on what an alert of this family would say. */
    AlertContent take(Alert speaker, Assessment now) {
        store.keep(speaker.id(), now.familyId(), told(AlertContent.of(now, speaker.queue()), now.familyRef()), clock.now());
        return with(List.of(speaker), speaker.content());
    }

    /** Alerts of other families that nobody has seen, as they stand once nobody else can change them, and for which an alert with this content speaks from here on beside those of {@code open}. */
    List<Alert> takenOver(long family, AlertQueue queue, AlertContent content, List<Alert> open) {
        int room = SpokenFor.MOST_FAMILIES - open.stream().mapToInt(alert -> store.saidBy(alert.id()).size()).sum();
        return store.unseenOfChildren(family).stream().filter(alert -> mayTake(queue, alert.queue()) && speaks(content, family, alert.content(), alert.familyId()))
                .limit(Math.max(0, room)).flatMap(alert -> alerts.findLocked(alert.ref()).stream()).filter(alert -> alert.status() == AlertStatus.RAISED).toList();
    }

    /** What alerts that end say from here on in another one. */
    void take(Alert speaker, List<Alert> ended) {
        ended.forEach(alert -> store.keep(speaker.id(), alert.familyId(), told(alert.content(), alert.family()), clock.now()));
    }

    /** The content, with what the family's open alerts say of others; of whom they may say it no longer, those are asked about anew. */
    AlertContent with(List<Alert> ofFamily, AlertContent content) {
        AlertContent whole = content;
        for (Alert alert : ofFamily) {
            for (Map.Entry<Long, AlertContent> said : store.saidBy(alert.id()).entrySet()) {
                if (speaks(content, alert.familyId(), said.getValue(), said.getKey())) {
                    whole = whole.joinedBy(said.getValue());
                } else {
                    store.askAnew(alert.id(), said.getKey());
                }
            }
        }
        return whole;
    }

    AlertContent withEnded(List<Alert> ended, AlertContent content) {
        return ended.stream().map(alert -> told(alert.content(), alert.family())).reduce(content, AlertContent::joinedBy);
    }

    /** Hears an assessment of a family without an open alert; true when an alert spoke for it and does so no longer. */
    boolean isLeft(Assessment now) {
        boolean left = false;
        for (Alert speaker : store.speakersOf(List.of(now.familyId()))) {
            boolean still = !now.rules().isEmpty() && speaks(speaker.content(), speaker.familyId(), AlertContent.of(now, speaker.queue()), now.familyId());
            if (still) {
                keep(speaker, now);
            } else {
                store.drop(speaker.id(), now.familyId());
                left |= !now.rules().isEmpty();
                retell(speaker, left);
            }
        }
        return left;
    }

    /** Where its children are others by now, the speaker's family is assessed too, and told of them. */
    private void keep(Alert speaker, Assessment now) {
        AlertContent ours = AlertContent.of(now, speaker.queue());
        boolean others = !store.saidBy(speaker.id()).get(now.familyId()).children().equals(ours.children());
        store.keep(speaker.id(), now.familyId(), told(ours, now.familyRef()), clock.now());
        if (others) {
            store.assess(speaker.familyId());
        }
    }

    /** Says so in a further version; what time alone has ended stays told. */
    private void retell(Alert speaker, boolean isLeft) {
        if (isLeft) {
            alerts.save(speaker.merged());
            store.assess(speaker.familyId());
        }
    }

    /** The family has an alert of its own. */
    void speaksForItself(long family) {
        store.speakersOf(List.of(family)).forEach(speaker -> store.drop(speaker.id(), family));
    }

    private boolean speaks(AlertContent said, long speaker, AlertContent ours, long other) {
        List<String> evidence = ours.evidence();
        if (evidence.isEmpty() || !said.evidence().containsAll(evidence)) {
            return false;
        }
        Map<String, Referral> referrals = store.referrals(evidence);
        Map<Long, Household> families = store.households(List.of(speaker, other));
        return referrals.keySet().containsAll(evidence) && families.size() == 2 && SpokenFor.holds(families.get(speaker), families.get(other), referrals.values());
    }

    private static AlertContent told(AlertContent content, String family) {
        return content.noting("A referral here names " + (content.children().size() == 1 ? "a child" : content.children().size() + " children")
                + " of family " + family + " too, with whom no record says a carer lives: this alert is about them as well.");
    }
}
