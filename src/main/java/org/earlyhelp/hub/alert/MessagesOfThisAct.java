package org.earlyhelp.hub.alert;

import java.util.List;

/** What the transaction at hand would send once it commits: to see what an act leads to before it is done. */
public interface MessagesOfThisAct {
    /**
     * One message; holds references only.
     *
     * @param type   CloudEvents type, such as {@code earlyhelp.alert.updated.v1}
     * @param family F- reference, or null
     * @param alert  its reference, or null where the message is about no alert
     */
    record Message(String queue, String type, String family, String alert) {
    }

    /** In the order written. */
    List<Message> written();
}
