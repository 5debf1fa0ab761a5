package org.earlyhelp.hub.identity.lane;

import java.util.Collection;
import java.util.Set;
import org.earlyhelp.hub.identity.ForgottenFields;
import org.earlyhelp.hub.identity.storage.ErasureStore;
import org.springframework.stereotype.Component;

@Component
class FieldEraser implements ForgottenFields {
    private final IdentityWriter writer;
    private final ErasureStore store;

    FieldEraser(IdentityWriter writer, ErasureStore store) {
        this.writer = writer;
        this.store = store;
    }

    @Override
    public void forget(Field field, Collection<Long> mentions) {
        writer.changeAndRemember(() -> Set.copyOf(store.peopleOf(mentions)), (index, changes, people) -> {
            store.forgetField(field, mentions);
            people.stream().filter(person -> !index.mentions(person).isEmpty()).forEach(person -> changes.touch(person, false));
        });
        store.readMemoryAnew();
    }
}
