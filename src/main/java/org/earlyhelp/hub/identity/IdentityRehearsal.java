package org.earlyhelp.hub.identity;

import java.util.Set;
import java.util.function.Function;

/**
 * What an act of the steward would lead to, found by doing it and taking it back: inside one transaction that is rolled
 * back, with all that other rooms do on the news. {@code look} runs inside it and gets the database ids of the families
 * that would wait for an assessment; it must change nothing outside the transaction. References are of people who stand.
 * Every method throws IllegalArgumentException as {@link IdentitySteward} does.
 */
public interface IdentityRehearsal {
    /** As if the two were joined. */
    <T> T ofMerge(String one, String other, Function<Set<Long>, T> look);

    /** As if {@code gone} were parted from {@code kept} again. */
    <T> T ofUnmerge(String kept, String gone, Function<Set<Long>, T> look);

    /** As if the person, and who hangs together with that person, were judged anew. */
    <T> T ofSettle(String person, Function<Set<Long>, T> look);

    /** As if the mention were a new person. */
    <T> T ofSplit(String person, long mention, Function<Set<Long>, T> look);
}
