package org.earlyhelp.hub.sharing.tell;

import java.util.List;
import java.util.Set;

/** Takes what is to be told outside and sees to it that it is. Thread-safe. */
public interface Teller {
    /** So long a telling that was taken or given up is still known. */
    int KEPT_DAYS = 90;

    /** The names of the channels there are. */
    Set<String> channels();

    /**
     * Keeps words for that channel, in the caller's transaction if there is one; they go out soon after, in order unless refused. Words hold
     * nobody's data. Does nothing but say so in the log where there is no such channel, or too much waits for it already.
     *
     * @return whether it is kept
     */
    boolean tell(String channel, String subject, String words);

    /** How each channel stands, by name. */
    List<ChannelState> states();
}
