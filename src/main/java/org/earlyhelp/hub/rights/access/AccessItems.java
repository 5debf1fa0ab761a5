package org.earlyhelp.hub.rights.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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

        public Optional<AccessItem> find(String id) {
            return items.stream().filter(item -> item.item().id().equals(id)).findFirst();
        }
    }

    /** Of a request whose person is known. */
    public Collected of(RightsRequest request) {
        boolean guarded = guard.guards(request);
        Map<String, ItemChoice> chosen = choices.of(request);
        List<List<SubjectItem>> held = rooms.stream().map(room -> room.of(request.person(), ITEMS_PER_ROOM + 1)).toList();
        boolean cut = held.stream().anyMatch(items -> items.size() > ITEMS_PER_ROOM);
        List<AccessItem> items = new ArrayList<>();
        Stream.of(SubjectItem.Section.values()).forEach(section -> held.stream().flatMap(all -> all.stream().limit(ITEMS_PER_ROOM)).filter(item -> item.section() == section)
                .forEach(item -> items.add(judged(item, request, Optional.ofNullable(chosen.get(item.id())), guarded))));
        return new Collected(items, guarded, cut);
    }

    private static AccessItem judged(SubjectItem item, RightsRequest request, Optional<ItemChoice> chosen, boolean guarded) {
        Choice unasked = ItemRules.unasked(item, request.capacity());
        Optional<Exemption> ground = ItemRules.whyHeld(item, request.capacity());
        if (guarded && unasked == Choice.WITHHOLD) {
            return new AccessItem(item, Choice.WITHHOLD, chosen, ground, true);
        }
        return chosen.map(choice -> new AccessItem(item, choice.choice(), chosen, Optional.ofNullable(choice.exemption()), false))
                .orElseGet(() -> new AccessItem(item, unasked, chosen, ground, false));
    }
}
