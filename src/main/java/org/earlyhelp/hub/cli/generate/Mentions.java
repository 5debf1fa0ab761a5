package org.earlyhelp.hub.cli.generate;

import java.io.IOException;
import org.earlyhelp.hub.person.Role;

/** Takes down whom a record truly mentions. */
interface Mentions {
    /** {@code index} counts from 0 within the role, as in {@code links.csv}. */
    void add(Feed feed, String sourceRef, int version, Role role, int index, Person person, Household household) throws IOException;

    /** An agency's feed. */
    record Feed(String agency, String name) {
    }
}
