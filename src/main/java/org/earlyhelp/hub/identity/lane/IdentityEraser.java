package org.earlyhelp.hub.identity.lane;

import java.util.List;
import java.util.Set;
import org.earlyhelp.hub.identity.storage.ErasureStore;
import org.earlyhelp.hub.sharing.erasure.Erasable;
import org.earlyhelp.hub.sharing.erasure.Erasure;
import org.earlyhelp.hub.sharing.erasure.HeldCount;
import org.springframework.stereotype.Component;

/**
 * Takes people out of the memory and the tables of who is who, and composes the families of those who stay anew, so that
 * nothing of the gone is left in their summaries. Their references are never given to anybody of before.
 */
@Component
class IdentityEraser implements Erasable {
    private static final int AFTER_NEEDS = 30;
    private final IdentityWriter writer;
    private final ErasureStore store;

    IdentityEraser(IdentityWriter writer, ErasureStore store) {
        this.writer = writer;
        this.store = store;
    }

    @Override
    public String room() {
        return "identity";
    }

    @Override
    public int order() {
        return AFTER_NEEDS;
    }

    @Override
    public List<HeldCount> plan(Erasure erasure) {
        return store.counts(erasure);
    }

    @Override
    public List<HeldCount> erase(Erasure erasure) {
        List<HeldCount> counts = store.counts(erasure);
        writer.changeAndRemember(() -> Set.copyOf(store.around(erasure)), (index, changes, around) -> {
            erasure.records().forEach(part -> part.mentions().forEach(index::remove));
            store.forgetLinks(erasure);
            around.stream().filter(person -> !index.mentions(person).isEmpty()).forEach(person -> changes.touch(person, false));
        });
        store.forgetPeople(erasure);
        return counts;
    }
}
