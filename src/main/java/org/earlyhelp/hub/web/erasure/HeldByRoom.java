package org.earlyhelp.hub.web.erasure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.earlyhelp.hub.rights.erase.ErasurePlan.Held;

/** What one room holds, in one sentence. */
record HeldByRoom(String room, String what) {
    static List<HeldByRoom> of(List<Held> held) {
        Map<String, String> sentences = new LinkedHashMap<>();
        held.forEach(one -> sentences.merge(one.room(), one.count() + " " + one.what(), (before, next) -> before + ", " + next));
        return sentences.entrySet().stream().map(room -> new HeldByRoom(room.getKey(), room.getValue())).toList();
    }
}
