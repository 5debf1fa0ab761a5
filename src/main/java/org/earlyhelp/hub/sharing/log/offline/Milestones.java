package org.earlyhelp.hub.sharing.log.offline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.sharing.log.CompactRange;
import org.earlyhelp.hub.sharing.log.SignedCheckpoint;
import org.earlyhelp.hub.sharing.log.TreeHash;

/**
 * Checkpoints met while the tree grows: at its size each must state the root that the tree then has. So every one is proven
 * to continue those before it. The first that does not is told of at the end, since the tiles may show meanwhile which entry
 * it is. Not thread-safe.
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
    private LogFault contradiction;
    private long contradictedSize;

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
            while (contradiction == null && track.next != null && track.next.size() <= tree.size()) {
                compare(track, tree);
                track.next = track.source.next();
            }
        }
    }

    /** Of the fault that ended the growing and the contradiction that was met before it, if any, what names the first bad entry better. */
    LogFault rather(LogFault fault) {
        boolean shows = fault.index() != null && fault.index() < contradictedSize;
        return contradiction == null || shows ? fault : contradiction;
    }

    /** There are no more entries: what was not met yet states more than there are. Throws FaultFound when anything was wrong. */
    void ended(long size) {
        if (contradiction != null) {
            throw new FaultFound(contradiction);
        }
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
            contradiction = contradiction(track.name, one).compared(one.checkpoint().root(), root);
            contradictedSize = one.size();
            return;
        }
        witnesses.add(track.name, one);
        agreedSize = one.size();
        agreed++;
    }

    private LogFault contradiction(String name, SignedCheckpoint one) {
        String states = "the checkpoint of size " + one.size() + " states another root than the entries have";
        return agreedSize == one.size() ? LogFault.of(name, states + ", and than another signed checkpoint of that size: the log forked")
                : LogFault.at(agreedSize, name, states + ": the log forked, or an entry from this index on was changed");
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
