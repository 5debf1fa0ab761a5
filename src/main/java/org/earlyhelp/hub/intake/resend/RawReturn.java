package org.earlyhelp.hub.intake.resend;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.earlyhelp.hub.intake.LaneFile;
import org.earlyhelp.hub.intake.NoteName;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.raw.RawStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts missing files whose raw copy has outlived the database back into their lanes, where they are taken as if their account had
 * just sent them. A recall needs no copy: it says which file it is of.
 */
@Component
class RawReturn {
    private static final Logger LOG = LoggerFactory.getLogger(RawReturn.class);
    private static final String NAME = "again-";
    private final RawStore raw;

    RawReturn(RawStore raw) {
        this.raw = raw;
    }

    /** Returns how many were put back. A copy that is damaged stays missing: its sender is asked. */
    int putBack(List<LostFile> missing, SftpFolders folders) {
        if (missing.isEmpty()) {
            return 0;
        }
        Map<String, RawStore.Kept> kept = raw.kept().stream().filter(copy -> isAsItCame(copy.file().toString()))
                .collect(Collectors.toMap(RawStore.Kept::upload, Function.identity(), (first, second) -> first));
        int done = 0;
        for (LostFile file : missing) {
            RawStore.Kept copy = kept.get(file.upload());
            Path lane = folders.lane(file.agency(), file.feed());
            boolean there = file.kind() == LostFile.Kind.RECALL ? putBack(file, () -> said(file), NAME + file.receipt() + NoteName.RECALL.ending(), lane)
                    : copy != null && putBack(file, () -> raw.open(copy), NAME + file.receipt(), lane);
            if (there) {
                done++;
            }
        }
        return done;
    }

    /** What was in a wrapped file is kept beside it, and is not what its sender sent. */
    private static boolean isAsItCame(String copy) {
        return copy.endsWith(".bin") && !copy.endsWith(".opened.bin");
    }

    private static InputStream said(LostFile recall) {
        return new ByteArrayInputStream(recall.target().getBytes(StandardCharsets.US_ASCII));
    }

    private interface Opening {
        InputStream open() throws IOException;
    }

    private static boolean putBack(LostFile file, Opening copy, String name, Path lane) {
        Path draft = lane.resolve("." + file.upload() + ".part");
        try {
            Files.createDirectories(lane);
            try (InputStream content = copy.open(); FileChannel out = FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                content.transferTo(Channels.newOutputStream(out));
                out.force(true);
            }
            Files.move(draft, lane.resolve(new LaneFile(file.upload(), false, file.sender(), name).fileName()), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            LOG.warn("The raw copy of {} cannot be taken again ({}): its sender is asked for it.", file.receipt(), e.getClass().getSimpleName());
            return false;
        }
    }
}
