package org.earlyhelp.hub.web.stewardship;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.AlertDirectory;
import org.earlyhelp.hub.alert.AlertRow;
import org.earlyhelp.hub.alert.MessagesOfThisAct;
import org.earlyhelp.hub.alert.MessagesOfThisAct.Message;
import org.earlyhelp.hub.identity.FamilyDirectory;
import org.earlyhelp.hub.identity.FamilyView;
import org.earlyhelp.hub.identity.IdentityRehearsal;
import org.earlyhelp.hub.identity.PersonDirectory;
import org.earlyhelp.hub.identity.PersonView;
import org.earlyhelp.hub.need.Forecasts;
import org.earlyhelp.hub.need.HeldNeeds;
import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.LoggedEntry;
import org.earlyhelp.hub.sharing.SharingLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What a merge or split would lead to, in sentences with references only: levels, alerts, who is told, whose place would
 * be hidden or shown. It is done, looked at and taken back, so it says what will happen and not what somebody guesses.
 */
@Component
class Ripple {
    private static final Logger LOG = LoggerFactory.getLogger(Ripple.class);
    /** Entries of the log that are read for each person, the newest. */
    private static final int ENTRIES_READ = 500;
    private static final Set<ActKind> OUTWARD = Set.of(ActKind.SENT, ActKind.OUTCOME, ActKind.EXPORTED);

    private final IdentityRehearsal rehearsal;
    private final PersonDirectory people;
    private final FamilyDirectory families;
    private final HeldNeeds needs;
    private final AlertDirectory alerts;
    private final Forecasts forecasts;
    private final MessagesOfThisAct messages;
    private final SharingLog log;

    Ripple(IdentityRehearsal rehearsal, PersonDirectory people, FamilyDirectory families, HeldNeeds needs, AlertDirectory alerts,
           Forecasts forecasts, MessagesOfThisAct messages, SharingLog log) {
        this.rehearsal = rehearsal;
        this.people = people;
        this.families = families;
        this.needs = needs;
        this.alerts = alerts;
        this.forecasts = forecasts;
        this.messages = messages;
        this.log = log;
    }

    /** If the two were made one; throws IllegalArgumentException where that is refused. */
    List<String> ofMerge(String one, String other) {
        return compared(Set.of(one, other), look -> rehearsal.ofMerge(one, other, look::apply));
    }

    /** If {@code gone} were taken out of {@code kept} again. */
    List<String> ofUnmerge(String kept, String gone) {
        return compared(Set.of(kept), look -> rehearsal.ofUnmerge(kept, gone, look::apply));
    }

    /** If the person, and whoever hangs together with them, were judged anew. */
    List<String> ofSettle(String person) {
        return compared(Set.of(person), look -> rehearsal.ofSettle(person, look::apply));
    }

    /** If the mention were taken out of the person. */
    List<String> ofSplit(String person, long mention) {
        return compared(Set.of(person), look -> rehearsal.ofSplit(person, mention, look::apply));
    }

    private List<String> compared(Set<String> concerned, Act act) {
        Picture before = picture(concerned.stream().map(people::byRef).flatMap(Optional::stream).map(PersonView::family).filter(Objects::nonNull).toList());
        List<String> lines = new ArrayList<>(toldSoFar(concerned));
        try {
            act.rehearse(touched -> lines.addAll(changes(before, touched)));
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            // A family that cannot be assessed must not keep anybody from answering. The cause may quote data: only its kind is told.
            LOG.warn("What a merge or split would lead to could not be worked out: {}", e.getClass().getSimpleName());
            lines.add("What else it would lead to could not be worked out. You may answer all the same.");
        }
        return lines;
    }

    /** Inside the rehearsal, after it was done. */
    private List<String> changes(Picture before, Set<Long> touched) {
        forecasts.assessNow(touched);
        Picture after = picture(touched.stream().map(families::byId).flatMap(Optional::stream).map(FamilyView::ref).toList());
        List<String> lines = new ArrayList<>(levels(before, after));
        lines.addAll(told(before));
        lines.addAll(places(before, after));
        return lines;
    }

    /** From the sharing log: whoever holds something of them by now. */
    private List<String> toldSoFar(Set<String> persons) {
        List<String> recipients = persons.stream().flatMap(person -> log.aboutBefore(person, SharingLog.NEWEST, ENTRIES_READ).stream())
                .filter(entry -> OUTWARD.contains(entry.kind())).map(LoggedEntry::recipient).distinct().sorted().toList();
        return List.of(recipients.isEmpty() ? "Nobody was sent anything about them so far."
                : "Told about them so far: " + String.join(", ", recipients) + ".");
    }

    private Picture picture(Collection<String> refs) {
        Map<String, Integer> levels = new LinkedHashMap<>();
        Map<String, Boolean> hidden = new LinkedHashMap<>();
        Set<String> open = new LinkedHashSet<>();
        for (String ref : new LinkedHashSet<>(refs)) {
            levels.put(ref, needs.levelOf(ref));
            alerts.ofFamily(ref).stream().filter(row -> row.status().isOpen()).map(AlertRow::alert).forEach(open::add);
            families.byRef(ref).ifPresent(family -> family.members().forEach(member -> hidden.put(member.ref(), member.placeHidden())));
        }
        return new Picture(levels, hidden, open);
    }

    private static List<String> levels(Picture before, Picture after) {
        Stream<String> changed = after.levels.entrySet().stream().filter(entry -> !entry.getValue().equals(before.levels.get(entry.getKey())))
                .map(entry -> before.levels.containsKey(entry.getKey())
                        ? "Family " + entry.getKey() + ": level " + before.levels.get(entry.getKey()) + " would become level " + entry.getValue() + "."
                        : "Family " + entry.getKey() + " would stand on its own at level " + entry.getValue() + ".");
        Stream<String> ended = before.levels.keySet().stream().filter(ref -> !after.levels.containsKey(ref) && !after.levels.isEmpty())
                .map(ref -> "Family " + ref + " would become part of " + String.join(" and ", after.levels.keySet()) + ".");
        return Stream.concat(changed, ended).toList();
    }

    private List<String> told(Picture before) {
        List<String> lines = new ArrayList<>();
        for (Message message : messages.written()) {
            if (message.alert() != null) {
                String alert = before.open.contains(message.alert()) ? "Alert " + message.alert() : "A new alert";
                lines.add(alert + " would be " + what(message.type()) + " and " + message.queue() + " told" + (before.open.contains(message.alert()) ? " again." : "."));
            }
        }
        messages.written().stream().filter(message -> message.alert() == null).map(Message::queue).distinct()
                .forEach(queue -> lines.add(queue + " would be told that references change."));
        return lines;
    }

    /** The verb in the type: {@code earlyhelp.alert.raised.v1}. */
    private static String what(String type) {
        String[] parts = type.split("\\.");
        return parts.length > 2 ? parts[2] : type;
    }

    private static List<String> places(Picture before, Picture after) {
        List<String> hidden = after.changed(before, true);
        List<String> shown = after.changed(before, false);
        List<String> lines = new ArrayList<>();
        if (!hidden.isEmpty()) {
            lines.add("The address, telephone and school of " + String.join(", ", hidden) + " would be hidden from everybody from then on.");
        }
        if (!shown.isEmpty()) {
            lines.add("The address, telephone and school of " + String.join(", ", shown) + " would be shown again to the front door, managers and stewards.");
        }
        return lines;
    }

    /** Families by level, people by whether their place is hidden, and open alerts, at one moment. */
    private record Picture(Map<String, Integer> levels, Map<String, Boolean> hidden, Set<String> open) {
        List<String> changed(Picture before, boolean toHidden) {
            return hidden.entrySet().stream().filter(entry -> entry.getValue() == toHidden && before.hidden.getOrDefault(entry.getKey(), toHidden) != toHidden)
                    .map(Map.Entry::getKey).toList();
        }
    }

    /** A rehearsal that still lacks whoever looks. */
    private interface Act {
        Object rehearse(Look look);
    }

    /** Looks inside the rehearsal. */
    private interface Look {
        Object apply(Set<Long> families);
    }
}
