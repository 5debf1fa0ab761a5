package org.earlyhelp.hub.rights.access;

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

    /** Of a request whose person is known. */
    public boolean guards(RightsRequest request) {
        if (request.requester() != null && touches.isAlleged(request.requester())) {
            return true;
        }
        List<Touch> near = touches.near(request.person());
        return !near.stream().allMatch(touch -> request.requester() != null && touch.harmed().contains(request.requester()));
    }
}
