package org.earlyhelp.hub.identity.cluster;

import org.earlyhelp.hub.linkage.Description;
import org.earlyhelp.hub.linkage.LinkageModel;

/**
 * What of a description is enough to pass over most of those who cannot be its person, at five bytes a person and a few
 * instructions: hundreds share a name with a mention, and to fetch all that is said of one costs microseconds.
 *
 * @param born  see {@link BirthDay}
 * @param kinds see {@link Kinds}
 */
record Outline(int born, byte kinds) {
    static Outline of(Description said) {
        return new Outline(BirthDay.of(said), Kinds.of(said));
    }

    /** Whether a person of whom this is known may be meant, when no identifier is shared. */
    boolean mayBe(int knownBorn, byte knownKinds, LinkageModel model) {
        boolean silentOnBirth = born == BirthDay.NONE || knownBorn == BirthDay.NONE;
        return silentOnBirth ? !Kinds.areChildAndAdult(kinds, knownKinds) || model.mayBeChildAndAdult() : BirthDay.mayBe(knownBorn, born, model);
    }
}
