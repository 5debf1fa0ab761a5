package org.earlyhelp.hub.need.engine;

import java.time.Instant;
import java.time.LocalDate;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.person.DomesticAbuseReferral;

/**
 * A domestic-abuse referral as it concerns one child.
 *
 * @param tie        what ties the child to it
 * @param namesChild whether the referral names any child at all
 */
record AbuseEvent(SourceCase source, Tie tie, boolean namesChild) {
    /**
     * NAMED: the referral names the child. BY_VICTIM, BY_ALLEGED: a parent or carer is one. BY_HOUSEHOLD: both are, and
     * the victim lives elsewhere; nothing then says which, since the reader may show it in the alleged person's home.
     */
    enum Tie { NAMED, BY_VICTIM, BY_ALLEGED, BY_HOUSEHOLD }

    DomesticAbuseReferral referral() {
        return (DomesticAbuseReferral) source.highest().fact();
    }

    Instant at() {
        return referral().occurredAt();
    }

    LocalDate on() {
        return London.dateOf(at());
    }

    Sign sign() {
        return new Sign(source.highest(), on(), at(), key());
    }

    String key() {
        return "REFERRAL:" + source.key();
    }
}
