package org.earlyhelp.hub.sharing.log.offline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.sharing.log.CompactRange;
import org.earlyhelp.hub.sharing.log.SignedCheckpoint;
import org.earlyhelp.hub.sharing.log.TreeHash;

/**
 * Checkpoints met while the tree grows: at its size each must state the root that the tree then has. So every one is proven
 * to continue those before it. Throws FaultFound at the first that does not. Not thread-safe.
 */
final class Milestones {
    /** Gives checkpoints by ascending size, then null. */
    interface Source {
        SignedCheckpoint next() throws IOException;
    }

    private final List<Track> tracks = new ArrayList<>();
    private final WitnessTally witnesses;
    private long agreedSize;
    private long agreed;

    Milestones(WitnessTally witnesses) {
        this.witnesses = witnesses;
    }

    /** {@code name} is the file, for faults. */
    Milestones with(String name, Source source) throws IOException {
        tracks.add(new Track(name, source, source.next()));
        return this;
    }

    /** To be told of every size from 0 on. */
    void grownTo(CompactRange tree) throws IOException {
        for (Track track : tracks) {
            while (track.next != null && track.next.size() <= tree.size()) {
                compare(track, tree);
                track.next = track.source.next();
            }
        }
    }

    /** There are no more entries: what was not met yet states more than there are. */
    void ended(long size) {
        for (Track track : tracks) {
            if (track.next != null) {
                throw new FaultFound(LogFault.at(size, track.name, "this checkpoint states more entries than there are: some were lost or the log was set back")
                        .compared(track.next.size() + " entries", size + " entries"));
            }
        }
    }

    /** How many agreed. */
    long agreed() {
        return agreed;
    }

    private void compare(Track track, CompactRange tree) {
        SignedCheckpoint one = track.next;
        if (one.size() < tree.size()) {
            throw new FaultFound(LogFault.of(track.name, "the checkpoints do not ascend: size " + one.size() + " after " + tree.size()));
        }
        TreeHash root = tree.root();
        if (!one.checkpoint().root().equals(root)) {
            throw new FaultFound(LogFault.at(Math.min(agreedSize, Math.max(0, one.size() - 1)), track.name, "the checkpoint of size " + one.size()
                    + " states another root than the entries have: the log forked, or an entry from this index on was changed").compared(one.checkpoint().root(), root));
        }
        witnesses.add(track.name, one);
        agreedSize = one.size();
        agreed++;
    }

    private static final class Track {
        private final String name;
        private final Source source;
        private SignedCheckpoint next;

        private Track(String name, Source source, SignedCheckpoint next) {
            this.name = name;
            this.source = source;
            this.next = next;
        }
    }
}
