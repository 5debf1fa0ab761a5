package org.earlyhelp.hub.rights.access;

import java.time.LocalDate;
import java.util.List;
import org.earlyhelp.hub.identity.AbuseTouches;
import org.earlyhelp.hub.identity.AbuseTouches.Touch;
import org.earlyhelp.hub.rights.request.RightsRequest;
import org.springframework.stereotype.Component;

/**
 * Whether a request must be answered as if no domestic abuse were known. It does not rest on recognising the alleged perpetrator, who
 * may come under another name or send somebody: near a referral everybody is answered so but who is certainly its victim, and of
 * those nobody who is alleged in any referral. Asked again at the release: a referral may have come since.
 */
@Component
public class AccessGuard {
    private final AbuseTouches touches;

    AccessGuard(AbuseTouches touches) {
        this.touches = touches;
    }

    /**
     * How a request is answered.
     *
     * @param since the first day of which any referral near the person is; null where none is, or nothing is guarded
     */
    record Guarded(boolean guarded, LocalDate since) {
    }

    /** Of a request whose person is known. */
    Guarded guards(RightsRequest request) {
        List<Touch> near = touches.near(request.person());
        boolean alleged = request.requester() != null && touches.isAlleged(request.requester());
        boolean harmedInAll = near.stream().allMatch(touch -> request.requester() != null && touch.harmed().contains(request.requester()));
        boolean guarded = alleged || !harmedInAll;
        return new Guarded(guarded, guarded ? near.stream().map(Touch::on).min(LocalDate::compareTo).orElse(null) : null);
    }
}
