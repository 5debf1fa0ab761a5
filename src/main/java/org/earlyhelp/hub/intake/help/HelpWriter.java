package org.earlyhelp.hub.intake.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.earlyhelp.hub.intake.AccountName;
import org.earlyhelp.hub.intake.PublishedFile;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.intake.envelope.HubPgpKey;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.mapping.HelpText;
import org.earlyhelp.hub.mapping.Mapping;
import org.earlyhelp.hub.mapping.MappingBook;
import org.earlyhelp.hub.mapping.MappingSample;
import org.earlyhelp.hub.mapping.MappingTime;
import org.earlyhelp.hub.sharing.Agreement;
import org.earlyhelp.hub.sharing.AgreementBook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps the help folder of every account in step with its agreement and the mappings in force: {@code <feed>.txt}, and
 * {@code <feed>-sample.<ending>} where there is a valid sample, {@code account.txt}, {@code how-to-send.txt}, and the hub's public
 * key where files may come encrypted. A file is written only when it differs, and
 * what belongs to no feed of the agency any more is removed. Thread-safe.
 */
@Component
public class HelpWriter {
    private static final Logger LOG = LoggerFactory.getLogger(HelpWriter.class);
    private final SftpFolders folders;
    private final AgreementBook agreements;
    private final MappingBook mappings;
    private final HubPgpKey key;
    private final Path mappingsDir;
    private final HubClock clock;

    public HelpWriter(SftpFolders folders, AgreementBook agreements, MappingBook mappings, HubPgpKey key, HubSettings settings, HubClock clock) {
        this.folders = folders;
        this.agreements = agreements;
        this.mappings = mappings;
        this.key = key;
        this.mappingsDir = settings.configDir().resolve("mappings");
        this.clock = clock;
    }

    /** Brings all help folders up to date. A folder that cannot be written is logged and tried again next time. */
    public synchronized void refresh() {
        Map<String, Map<String, byte[]>> layouts = new HashMap<>();
        for (Mapping mapping : mappings.all()) {
            layouts.put(mapping.id(), filesOf(mapping));
            mapping.senders().forEach(agency -> layouts.put(ofSender(mapping.id(), agency), filesOf(mapping.forSender(agency))));
        }
        for (Agreement agreement : agreements.agreements()) {
            try {
                for (String account : agreement.accountNames()) {
                    refresh(agreement, account, layouts);
                }
            } catch (IOException | UncheckedIOException e) {
                LOG.warn("The help folder of {} cannot be written ({}); tried again", agreement.agency(), e.getClass().getSimpleName());
            }
        }
    }

    private void refresh(Agreement agreement, String account, Map<String, Map<String, byte[]>> layouts) throws IOException {
        Path folder = folders.help(account);
        if (!Files.isDirectory(folder)) {
            return;
        }
        Map<String, byte[]> wanted = new TreeMap<>();
        wanted.put(AccountHelp.FILE, AccountHelp.of(agreement, AccountName.parse(account)).getBytes(StandardCharsets.UTF_8));
        agreement.feeds().forEach((feed, terms) -> layouts.getOrDefault(ofSender(terms.mapping(), agreement.agency()), layouts.getOrDefault(terms.mapping(), Map.of()))
                .forEach((suffix, content) -> wanted.put(feed + suffix, content)));
        wanted.put(SendingHelp.FILE, SendingHelp.of(agreement).getBytes(StandardCharsets.UTF_8));
        if (SendingHelp.needsKey(agreement)) {
            wanted.put(SendingHelp.KEY_FILE, key.publicKey().getBytes(StandardCharsets.US_ASCII));
        }
        for (Map.Entry<String, byte[]> file : wanted.entrySet()) {
            putIfChanged(folder.resolve(file.getKey()), file.getValue());
        }
        Set<String> unready = agreement.feeds().keySet().stream().filter(feed -> !layouts.containsKey(agreement.feeds().get(feed).mapping()))
                .collect(Collectors.toSet());
        removeStale(folder, wanted.keySet(), unready);
    }

    private static String ofSender(String mapping, String agency) {
        return mapping + " of " + agency;
    }

    /** The help files of one layout, by what follows the name of the feed. */
    private Map<String, byte[]> filesOf(Mapping mapping) {
        Map<String, byte[]> files = new HashMap<>();
        files.put(".txt", HelpText.of(mapping).getBytes(StandardCharsets.UTF_8));
        sampleOf(mapping).ifPresent(sample -> files.put("-sample." + sample.ending(), sample.content()));
        return files;
    }

    /** The sample beside the mapping, else one made up. What the mapping would not take without a word is worse than none. */
    private Optional<MappingSample> sampleOf(Mapping mapping) {
        return Stream.of(MappingSample.read(mappingsDir, mapping), MappingSample.madeUp(mapping)).flatMap(Optional::stream)
                .filter(sample -> sample.faults(mapping, MappingTime.of(clock)).isEmpty()).findFirst();
    }

    private void putIfChanged(Path file, byte[] content) throws IOException {
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
            PublishedFile.put(folders, file, content, clock);
        }
    }

    /** Where the mapping of a feed cannot be read just now, its last good help stays. */
    private static void removeStale(Path folder, Set<String> wanted, Set<String> unready) throws IOException {
        List<Path> stale;
        try (Stream<Path> files = Files.list(folder)) {
            stale = files.filter(Files::isRegularFile).filter(file -> !wanted.contains(file.getFileName().toString()))
                    .filter(file -> unready.stream().noneMatch(feed -> isHelpOf(feed, file.getFileName().toString()))).toList();
        }
        for (Path file : stale) {
            Files.delete(file);
        }
    }

    private static boolean isHelpOf(String feed, String name) {
        return name.equals(feed + ".txt") || name.startsWith(feed + "-sample.");
    }
}
