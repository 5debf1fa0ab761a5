package org.earlyhelp.hub.identity.lane;

import org.earlyhelp.hub.identity.cluster.PersonIndex;
import org.earlyhelp.hub.identity.storage.StatementStore;
import org.earlyhelp.hub.identity.storage.WorkStore;
import org.earlyhelp.hub.linkage.LinkageModel;

/**
 * Who is who, as the lane remembers it between transactions; nothing before the first. Used within the lane's monitor only:
 * not thread-safe.
 */
final class IdentityMemory {
    private final WorkStore work;
    private final StatementStore statements;
    private final LinkageModel model;
    private final String holder;
    private PersonIndex index;

    /** {@code holder} names this hub in the row of the lane: whoever wrote last has no need to read again. */
    IdentityMemory(WorkStore work, StatementStore statements, LinkageModel model, String holder) {
        this.work = work;
        this.statements = statements;
        this.model = model;
        this.holder = holder;
    }

    /** Takes the lane's lock in the caller's transaction; the memory is read again when another hub wrote since. */
    void load() {
        if (!work.lock(holder) || index == null) {
            index = null;
            index = read();
        }
    }

    boolean isEmpty() {
        return index == null;
    }

    /** What is remembered; null before {@link #load}. */
    PersonIndex index() {
        return index;
    }

    /** Takes back what was changed since the last commit. */
    void rollback() {
        if (index != null) {
            index.rollback();
        }
    }

    /** Forgets all: it is read again at the next load. */
    void clear() {
        index = null;
    }

    private PersonIndex read() {
        PersonIndex fresh = new PersonIndex(model);
        statements.fill(fresh);
        fresh.commit();
        return fresh;
    }
}
