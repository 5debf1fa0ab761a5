package org.earlyhelp.hub.sharing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.DeclaredFile;

/**
 * All agreements that stand, as last read. A broken file is named with line and reason and leaves the others, and
 * its own last good form, at work. Thread-safe: readers see one whole reading or the next.
 */
public final class AgreementBook implements Agreements {
    /** The file that is no agency's. */
    public static final String BOROUGH_FILE = "borough.yaml";

    private volatile Reading reading = new Reading(new TreeMap<>(), Borough.fallback(), List.of());

    private record Reading(SortedMap<String, Agreement> agreements, Borough borough, List<ConfigFault> faults) {
    }

    /** Reads the folder anew. What was good in an earlier reading and is broken now goes on as it was. */
    public synchronized void load(Path folder) {
        List<ConfigFault> faults = new ArrayList<>();
        Borough borough = readBorough(folder, faults);
        SortedMap<String, Agreement> agreements = readAgreements(folder, faults);
        reading = new Reading(agreements, borough, List.copyOf(faults));
    }

    /** Ids of all agencies that have an agreement. */
    public SortedSet<String> agencies() {
        return new TreeSet<>(reading.agreements.keySet());
    }

    public Collection<Agreement> agreements() {
        return List.copyOf(reading.agreements.values());
    }

    @Override
    public Optional<Agreement> agreementOf(String agency) {
        return Optional.ofNullable(reading.agreements.get(agency));
    }

    /** The terms of one feed; empty when no agreement names it. */
    public Optional<FeedTerms> feed(String agency, String feed) {
        return agreementOf(agency).filter(agreement -> agreement.feeds().containsKey(feed)).map(agreement -> terms(agreement, feed));
    }

    /** All feeds of all agreements, by agency and name. */
    public List<FeedTerms> feeds() {
        return reading.agreements.values().stream()
                .flatMap(agreement -> agreement.feeds().keySet().stream().map(feed -> terms(agreement, feed))).toList();
    }

    /** What is wrong in the folder; empty when all is well. */
    public List<ConfigFault> faults() {
        return reading.faults;
    }

    @Override
    public Borough borough() {
        return reading.borough;
    }

    /** Whether data of that agency may flow on that day, the days of grace included. */
    public boolean inForce(String agency, LocalDate day) {
        Agreement.Standing standing = standing(agency, day);
        return standing == Agreement.Standing.IN_FORCE || standing == Agreement.Standing.GRACE;
    }

    public Agreement.Standing standing(String agency, LocalDate day) {
        return agreementOf(agency).map(agreement -> agreement.standingOn(day)).orElse(Agreement.Standing.NONE);
    }

    /** How the agency may be called: its id, or only its kind where a hidden family's specialist service would give them away. */
    public String shownAs(String agency, boolean placeHidden) {
        return agreementOf(agency).filter(agreement -> placeHidden && agreement.specialist()).map(Agreement::kind).orElse(agency);
    }

    /** The agency's name for a page, or its kind in words as with {@link #shownAs}. */
    public String nameFor(String agency, boolean placeHidden) {
        return agreementOf(agency).map(agreement -> placeHidden && agreement.specialist()
                ? "a " + agreement.kind().replace('-', ' ') : agreement.name()).orElse(agency);
    }

    private static FeedTerms terms(Agreement agreement, String name) {
        Agreement.Feed feed = agreement.feeds().get(name);
        return new FeedTerms(agreement.agency(), name, feed.mapping(), feed.liveFrom(), feed.lane(), agreement.id(), agreement.version());
    }

    private Borough readBorough(Path folder, List<ConfigFault> faults) {
        Optional<String> schema = schema(folder, "borough.json", faults);
        if (schema.isEmpty()) {
            return reading.borough;
        }
        Checked<DeclaredFile> file = DeclaredFile.read(folder.resolve(BOROUGH_FILE), schema.get());
        Checked<Borough> borough = file instanceof Checked.Valid<DeclaredFile> valid ? AgreementReader.borough(valid.value())
                : Checked.faulty(file.faults());
        faults.addAll(borough.faults());
        return borough.asOptional().orElse(reading.borough);
    }

    private SortedMap<String, Agreement> readAgreements(Path folder, List<ConfigFault> faults) {
        SortedMap<String, Agreement> agreements = new TreeMap<>();
        Optional<String> schema = schema(folder, "agreement.json", faults);
        if (schema.isEmpty()) {
            return reading.agreements;
        }
        Map<String, String> idsTaken = new HashMap<>();
        for (Path path : files(folder, faults)) {
            Checked<Agreement> checked = read(path, schema.get(), idsTaken);
            faults.addAll(checked.faults());
            checked.asOptional().or(() -> lastGood(path)).ifPresent(agreement -> agreements.put(agreement.agency(), agreement));
        }
        return agreements;
    }

    private static Checked<Agreement> read(Path path, String schema, Map<String, String> idsTaken) {
        Checked<DeclaredFile> file = DeclaredFile.read(path, schema);
        if (!(file instanceof Checked.Valid<DeclaredFile> valid)) {
            return Checked.faulty(file.faults());
        }
        Checked<Agreement> checked = AgreementReader.agreement(valid.value());
        String id = valid.value().root().path("id").asString();
        String other = idsTaken.putIfAbsent(id, path.getFileName().toString());
        if (other == null) {
            return checked;
        }
        List<ConfigFault> faults = new ArrayList<>(checked.faults());
        faults.add(valid.value().faultAt("/id", "the agreement " + id + " is already in " + other));
        return Checked.faulty(faults);
    }

    private Optional<Agreement> lastGood(Path path) {
        String name = path.getFileName().toString();
        return Optional.ofNullable(reading.agreements.get(name.substring(0, name.length() - ".yaml".length())));
    }

    private static List<Path> files(Path folder, List<ConfigFault> faults) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> path.getFileName().toString().endsWith(".yaml"))
                    .filter(path -> !path.getFileName().toString().equals(BOROUGH_FILE)).sorted().toList();
        } catch (IOException e) {
            faults.add(ConfigFault.of(folder, 0, "the folder cannot be read (" + e.getClass().getSimpleName() + ")"));
            return List.of();
        }
    }

    private static Optional<String> schema(Path folder, String name, List<ConfigFault> faults) {
        try {
            return Optional.of(Files.readString(folder.resolve("schema").resolve(name)));
        } catch (IOException e) {
            faults.add(new ConfigFault("schema/" + name, 0, "the schema cannot be read; agreements stay as they were"));
            return Optional.empty();
        }
    }
}
