package org.earlyhelp.hub.alert.desk;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.life.ChildrenChange;
import org.earlyhelp.hub.alert.life.EndedFacts;
import org.earlyhelp.hub.alert.storage.AlertStore;
import org.earlyhelp.hub.alert.storage.ChildrenStore;
import org.earlyhelp.hub.alert.storage.ChildrenStore.Word;
import org.earlyhelp.hub.alert.storage.EvidenceStore;
import org.earlyhelp.hub.alert.storage.SpokenForStore;
import org.earlyhelp.hub.need.Assessment;
import org.earlyhelp.hub.need.LiveFeeds;
import org.springframework.stereotype.Component;

/**
 * Keeps the children whom an open alert names those of its family, so that what the front door knows does not depend on
 * the order in which files arrive: a brother whom a school tells of later is named as one who was known before. A load of
 * a bulk feed is assessed once it rests, so all whom it adds are told in one go. Time tells nothing: who grows up is no news.
 */
@Component
class ChildrenDesk {
    private final AlertStore alerts;
    private final ChildrenStore children;
    private final SpokenForStore spokenFor;
    private final EvidenceStore evidence;
    private final LiveFeeds live;

    ChildrenDesk(AlertStore alerts, ChildrenStore children, SpokenForStore spokenFor, EvidenceStore evidence, LiveFeeds live) {
        this.alerts = alerts;
        this.children = children;
        this.spokenFor = spokenFor;
        this.evidence = evidence;
        this.live = live;
    }

    /** Whether a child joined or left the family of whom the alert does not say so yet. What it rests on must be remembered already. */
    boolean areOthers(Alert open, Assessment now) {
        return !refs(open.content().children()).equals(refs(now.children())) && !look(open, now).change.isNone();
    }

    /** What the alert says of the family as it is now, and why it says it again. */
    AlertContent tell(Alert open, Assessment now) {
        Look look = look(open, now);
        return open.content().renewedBy(now, open.queue()).joinedBy(look.ended).noting(look.change.sentence());
    }

    private record Look(ChildrenChange change, AlertContent ended) {
    }

    private Look look(Alert open, Assessment now) {
        Map<String, String> standing = evidence.standingFor(open.content().people());
        UnaryOperator<String> personNow = person -> standing.getOrDefault(person, person);
        AlertContent ended = EndedFacts.of(open.content(), now, alerts.groundsOf(open), personNow);
        Set<String> named = new HashSet<>(refs(now.children()));
        named.addAll(refs(ended.children()));
        spokenFor.saidBy(open.id()).values().forEach(said -> named.addAll(refs(said.children())));
        ChildrenChange change = ChildrenChange.between(refs(open.content().children()), named, personNow);
        Set<String> heardOf = heardOfLive(change.joined());
        Set<String> members = children.membersAmong(change.left(), open.familyId());
        return new Look(change.only(heardOf::contains, child -> !members.contains(child)), ended);
    }

    /** Of a child that only a shadow feed knows nothing is told yet, as of its facts. */
    private Set<String> heardOfLive(Set<String> people) {
        return children.wordsOf(people).stream().filter(word -> live.clocks(word.agency(), word.feed(), word.receivedAt(), word.receivedAt()))
                .map(Word::person).collect(Collectors.toSet());
    }

    private static Set<String> refs(Collection<Assessment.Child> children) {
        return children.stream().map(Assessment.Child::person).collect(Collectors.toSet());
    }
}
