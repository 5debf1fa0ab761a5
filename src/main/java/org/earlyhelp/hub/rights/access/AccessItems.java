package org.earlyhelp.hub.rights.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.rights.access.AccessGuard.Guarded;
import org.earlyhelp.hub.rights.request.RightsRequest;
import org.earlyhelp.hub.rights.storage.ChoiceStore;
import org.earlyhelp.hub.sharing.SubjectItem;
import org.earlyhelp.hub.sharing.SubjectRecords;
import org.springframework.stereotype.Component;

/** Collects from every room what it holds about the person of a request, with what becomes of each item. Discloses nothing. */
@Component
public class AccessItems {
    /** The most items of one room; more makes no answer that a person can read, and says so. */
    public static final int ITEMS_PER_ROOM = 5_000;
    private static final Set<String> NAMES = Set.of("name", "knownAs");
    private final List<SubjectRecords> rooms;
    private final ChoiceStore choices;
    private final AccessGuard guard;

    AccessItems(List<SubjectRecords> rooms, ChoiceStore choices, AccessGuard guard) {
        this.rooms = rooms;
        this.choices = choices;
        this.guard = guard;
    }

    /**
     * Everything held.
     *
     * @param guarded what has a caution stays whatever was chosen
     * @param cut     a room held more than {@link #ITEMS_PER_ROOM} items; the answer is not whole
     */
    public record Collected(List<AccessItem> items, boolean guarded, boolean cut) {
        public Collected {
            items = List.copyOf(items);
        }

        /** The item of that id; empty when there is none. */
        public Optional<AccessItem> find(String id) {
            return items.stream().filter(item -> item.item().id().equals(id)).findFirst();
        }
    }

    /** Of a request whose person is known. */
    public Collected of(RightsRequest request) {
        Guarded guarded = guard.guards(request);
        Map<String, ItemChoice> chosen = choices.of(request);
        List<List<SubjectItem>> held = rooms.stream().map(room -> room.of(request.person(), ITEMS_PER_ROOM + 1)).toList();
        boolean cut = held.stream().anyMatch(items -> items.size() > ITEMS_PER_ROOM);
        Set<String> namesBefore = namesBefore(held, guarded.since());
        List<AccessItem> items = new ArrayList<>();
        Stream.of(SubjectItem.Section.values()).forEach(section -> held.stream().flatMap(all -> all.stream().limit(ITEMS_PER_ROOM)).filter(item -> item.section() == section)
                .forEach(item -> items.add(judged(item, request, Optional.ofNullable(chosen.get(item.id())), guarded.guarded(), isNewName(item, guarded.since(), namesBefore)))));
        return new Collected(items, guarded.guarded(), cut);
    }

    private static AccessItem judged(SubjectItem item, RightsRequest request, Optional<ItemChoice> chosen, boolean guarded, boolean newName) {
        Choice unasked = ItemRules.unasked(item, request.capacity());
        Optional<Exemption> ground = ItemRules.whyHeld(item, request.capacity());
        if (guarded && (unasked == Choice.WITHHOLD || newName)) {
            return new AccessItem(item, Choice.WITHHOLD, chosen, Optional.of(ground.orElse(Exemption.OTHER_PEOPLE)), true);
        }
        return chosen.map(choice -> new AccessItem(item, choice.choice(), chosen, Optional.ofNullable(choice.exemption()), false))
                .orElseGet(() -> new AccessItem(item, unasked, chosen, ground, false));
    }

    /** Names that were in use when the first referral came, by records that hide nothing. */
    private static Set<String> namesBefore(List<List<SubjectItem>> held, LocalDate since) {
        return since == null ? Set.of() : held.stream().flatMap(List::stream).filter(item -> NAMES.contains(item.field()) && item.on() != null && !item.on().isAfter(since) && !item.has(SubjectItem.Caution.SHARED_PLACE))
                .map(SubjectItem::value).collect(Collectors.toSet());
    }

    /** A name first heard after a referral may be one under which somebody hides. */
    private static boolean isNewName(SubjectItem item, LocalDate since, Set<String> before) {
        return since != null && NAMES.contains(item.field()) && !before.contains(item.value());
    }
}
