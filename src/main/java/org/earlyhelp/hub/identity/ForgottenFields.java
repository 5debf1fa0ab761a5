package org.earlyhelp.hub.identity;

import java.util.Collection;

/** Takes single fields out of what records say of people, and composes families and summaries anew without them. */
public interface ForgottenFields {
    /** What may go while the rest of a mention stays. */
    enum Field { CONTACT, ADDRESS }

    /** Joins the caller's transaction. */
    void forget(Field field, Collection<Long> mentions);
}
