package org.earlyhelp.hub.sharing.log.offline;

import java.time.Instant;
import java.util.List;

/** What verifying a log came to. */
public sealed interface Verdict {
    /**
     * Nothing is wrong.
     *
     * @param origin      the log's name
     * @param verified    entries that the checkpoint proves; all of them
     * @param erased      those of which an ERASED entry says that their payload is gone; 0 without payloads
     * @param unerased    entries said to be erased whose payload is still there: no fault of the log, but one of the hub
     * @param payloads    the payloads were there, and each is what its commitment says
     * @param checkpoints signed checkpoints, beside the newest, that the entries agree with
     * @param seen        for each witness asked for, the newest checkpoint that it cosigned
     */
    record Sound(String origin, long verified, long erased, long unerased, boolean payloads, long checkpoints, List<Seen> seen) implements Verdict {
        public Sound {
            seen = List.copyOf(seen);
        }

        /** As the contract words it. */
        @Override
        public String toString() {
            return verified + " verified, " + erased + " erased, 0 bad, payloads " + (payloads ? "with" : "without");
        }
    }

    /** Something is wrong: the first of it. */
    record Bad(LogFault fault) implements Verdict {
    }

    /** What a witness signed last, and when. */
    record Seen(String witness, long size, Instant at) {
    }
}
