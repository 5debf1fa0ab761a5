package org.earlyhelp.hub.sharing;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.earlyhelp.hub.kernel.ConfigFault;

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

    /** Reads the folder anew and takes what it says. What was good in an earlier reading and is broken now goes on as it was. */
    public synchronized void load(Path folder) {
        AgreementFolder read = AgreementFolder.read(folder);
        SortedMap<String, Agreement> agreements = new TreeMap<>();
        read.files().forEach((agency, file) -> file.agreement().or(() -> agreementOf(agency))
                .filter(terms -> !agency.equals(Borough.AGENCY)).ifPresent(terms -> agreements.put(agency, terms)));
        Optional<Borough> borough = Optional.ofNullable(read.files().get(Borough.AGENCY)).map(AgreementFile::hub);
        reading = new Reading(read.readable() ? agreements : reading.agreements, borough.orElse(reading.borough), read.faults());
    }

    /** Takes what people have activated. {@code borough} is null where none was: then the last one goes on. */
    public synchronized void adopt(Collection<Agreement> standing, Borough borough) {
        SortedMap<String, Agreement> agreements = new TreeMap<>();
        standing.forEach(agreement -> agreements.put(agreement.agency(), agreement));
        reading = new Reading(agreements, borough == null ? reading.borough : borough, reading.faults);
    }

    /** Notes what is wrong in the folder, whoever reads it. */
    public synchronized void note(List<ConfigFault> faults) {
        reading = new Reading(reading.agreements, reading.borough, List.copyOf(faults));
    }

    /** Ids of all agencies that have an agreement. */
    public SortedSet<String> agencies() {
        return new TreeSet<>(reading.agreements.keySet());
    }

    /** The agreements as last read, in force or not. */
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

    /** How the agency's agreement stands that day. */
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
        return new FeedTerms(agreement.agency(), name, feed.mapping(), feed.liveFrom(), feed.lane(), feed.form(), agreement.id(), agreement.version());
    }
}
