package org.earlyhelp.hub.cli.torture;

import java.util.List;
import java.util.Set;

/**
 * Everything that is sent to a hub, wave after wave.
 *
 * @param waves    what is sent at once; the next wave waits until the hub has nothing left to do
 * @param mentions who should then be in {@code links.csv}: {@code agency/feed/reference@version role index}, newest versions only
 * @param records  all records, older versions included: {@code agency/feed/reference@version}
 */
record Drop(List<List<DropFile>> waves, Set<String> mentions, Set<String> records) {
    Drop {
        waves = waves.stream().map(List::copyOf).toList();
        mentions = Set.copyOf(mentions);
        records = Set.copyOf(records);
    }

    List<DropFile> files() {
        return waves.stream().flatMap(List::stream).toList();
    }

    /** Rows of attendance sent; each holds two marks. */
    long attendanceRows() {
        return files().stream().filter(file -> file.feed().equals(Sent.ATTENDANCE)).mapToLong(DropFile::records).sum();
    }
}
