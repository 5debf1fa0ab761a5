package org.earlyhelp.hub.intake.foreign;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.common.SftpException;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.UploadClosed;
import org.earlyhelp.hub.intake.UploadUnfit;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves one agency's complete files from the foreign server into their lanes: copied into a hidden draft, claimed, put
 * into the lane in one step, and only then removed there. Killed at any step, it does the same again to the same effect.
 * The log names feeds and uploads, never files. Used by one thread at a time.
 */
final class ForeignInbox {
    private static final Logger LOG = LoggerFactory.getLogger(ForeignInbox.class);
    private final String agency;
    private final ForeignHome home;
    private final SftpFolders folders;
    private final HubClock clock;
    private final Consumer<Object> news;
    private final QuietWatch watch;
    private final Claims claims;
    private final Map<String, Look> copied = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final Set<String> missing = new TreeSet<>();

    /** @param news hears {@code UploadClosed} and {@code UploadUnfit} */
    ForeignInbox(String agency, ForeignHome home, SftpFolders folders, Duration unchanged, HubClock clock, Consumer<Object> news) {
        this.agency = agency;
        this.home = home;
        this.folders = folders;
        this.clock = clock;
        this.news = news;
        this.watch = new QuietWatch(unchanged);
        this.claims = new Claims(folders.root().resolve("claims").resolve(agency), clock);
    }

    /** Takes every file of these feeds that is complete. A file that the server refuses stops no other; returns how many stay there that should not. */
    int pull(List<String> feeds) throws IOException {
        missing.retainAll(feeds);
        List<OfferedFile> offered = new ArrayList<>();
        for (String feed : feeds) {
            offered.addAll(list(feed, false));
            offered.addAll(list(feed, true));
        }
        forgetAllBut(offered.stream().map(OfferedFile::place).collect(Collectors.toSet()));
        for (OfferedFile file : offered.stream().sorted(OfferedFile.BY_AGE).toList()) {
            if (watch.isQuiet(file.place(), file.look(), System.nanoTime())) {
                if (file.fault().isEmpty()) {
                    takeOrNote(file);
                } else {
                    tell(file, file.fault().get());
                }
            }
        }
        return refused.size();
    }

    /** The feeds for which the server had no folder when it was last looked at. */
    List<String> missingFeeds() {
        return List.copyOf(missing);
    }

    private List<OfferedFile> list(String feed, boolean test) throws IOException {
        Optional<List<SftpClient.DirEntry>> entries = home.list(OfferedFile.folder(feed, test));
        if (entries.isPresent() && !test) {
            missing.remove(feed);
        } else if (!test && missing.add(feed)) {
            LOG.warn("{}/{}: the foreign server has no folder in/{} for it; nothing can come", agency, feed, feed);
        }
        return entries.stream().flatMap(List::stream).filter(entry -> entry.getAttributes().isRegularFile())
                .map(entry -> OfferedFile.of(feed, test, entry)).filter(file -> !file.isIgnored()).toList();
    }

    /** It stays there, for it is nobody's but its sender's, who is told once. The claim makes it the same upload after a restart. */
    private void tell(OfferedFile file, String fault) throws IOException {
        if (refused.contains(file.place())) {
            return;
        }
        String upload = claims.uploadOf(file.place(), file.look(), "unfit");
        try {
            news.accept(new UploadUnfit(upload, agency, file.feed(), file.test(), file.harmlessName(), file.look().bytes(), fault));
            refused.add(file.place());
            LOG.warn("{}/{}: upload {} on the foreign server has a name or a size that is not taken; it stays there, and its sender is told", agency, file.feed(), upload);
        } catch (RuntimeException e) {
            LOG.warn("{}/{}: the sender of upload {} cannot be told just now ({}); tried again with the next look", agency, file.feed(), upload, e.getClass().getSimpleName());
        }
    }

    private void forgetAllBut(Set<String> places) throws IOException {
        watch.keepOnly(places);
        copied.keySet().retainAll(places);
        refused.retainAll(places);
        claims.keepOnly(places);
    }

    private void takeOrNote(OfferedFile file) throws IOException {
        try {
            take(file);
            refused.remove(file.place());
        } catch (SftpException e) {
            watch.forget(file.place());
            if (refused.add(file.place())) {
                LOG.warn("{}/{}: the foreign server refuses to give or to remove a file (status {}); it is tried again, the others go on",
                        agency, file.feed(), e.getStatus());
            }
        }
    }

    private void take(OfferedFile file) throws IOException {
        if (!file.look().equals(copied.get(file.place()))) {
            Optional<String> upload = copy(file);
            if (upload.isEmpty()) {
                watch.forget(file.place());
                return;
            }
            copied.put(file.place(), file.look());
            LOG.info("{}/{}: upload {} is taken from the foreign server", agency, file.feed(), upload.get());
            news.accept(new UploadClosed(agency, file.feed()));
        }
        if (isUnchanged(file)) {
            home.remove(file.place());
            forget(file.place());
        }
    }

    /** The file is gone from the server: the same file sent again is another upload. */
    private void forget(String place) throws IOException {
        watch.forget(place);
        copied.remove(place);
        claims.release(place);
    }

    /** The upload as which the file is now in its lane; empty when it changed meanwhile. */
    private Optional<String> copy(OfferedFile file) throws IOException {
        Path draft = Files.createDirectories(folders.incoming()).resolve(Ids.ulid(clock));
        try {
            String sha256 = fetch(file, draft);
            if (Files.size(draft) != file.look().bytes() || !isUnchanged(file)) {
                return Optional.empty();
            }
            String upload = claims.uploadOf(file.place(), file.look(), sha256);
            Durably.place(draft, folders.lane(agency, file.feed()).resolve(file.laneFile(upload)));
            return Optional.of(upload);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Copies no more than was listed and one byte, however much the server sends. */
    private String fetch(OfferedFile file, Path draft) throws IOException {
        MessageDigest digest = Durably.sha256();
        try (InputStream in = home.read(file.place()); OutputStream out = new DigestOutputStream(Files.newOutputStream(draft), digest)) {
            byte[] buffer = new byte[1 << 16];
            long left = file.look().bytes() + 1;
            for (int n = in.read(buffer); n >= 0 && left > 0; n = in.read(buffer)) {
                out.write(buffer, 0, (int) Math.min(n, left));
                left -= n;
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private boolean isUnchanged(OfferedFile file) throws IOException {
        return home.look(file.place()).equals(file.look());
    }
}
