package org.earlyhelp.hub.mapping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.format.SourceReader;
import org.earlyhelp.hub.person.Notice;

/**
 * A file run through a mapping without keeping anything: what its receipt would say, and what the hub would take.
 *
 * @param records         records met: accepted + rejected
 * @param accepted        records that map; 0 when the whole file is refused
 * @param rejected        records refused
 * @param warnings        warnings on accepted and rejected records
 * @param fileRefused     the whole file is refused: by its first fault, or by the share of bad records
 * @param faults          the first {@link #FAULT_LIMIT}, in the order of the file; before them why all of it is refused
 * @param faultsTruncated there were more
 * @param notices         the first {@link #NOTICE_LIMIT} notices; personal data, for the tester's eyes only
 */
public record MappingTrial(long records, long accepted, long rejected, long warnings, boolean fileRefused, List<RowFault> faults,
                           boolean faultsTruncated, List<Notice> notices) {
    /** Most faults kept; the others are counted. */
    public static final int FAULT_LIMIT = 1_000;
    /** Most notices kept. */
    public static final int NOTICE_LIMIT = 20;

    public MappingTrial {
        faults = List.copyOf(faults);
        notices = List.copyOf(notices);
    }

    /** Opens the same file anew each time; the trial reads it twice and closes it. */
    @FunctionalInterface
    public interface File {
        /** From the first byte. */
        InputStream open() throws IOException;
    }

    /** Tries the file. Throws IOException or UncheckedIOException only when it cannot be read from its disk. */
    public static MappingTrial of(Mapping mapping, File file, MappingTime time) throws IOException {
        Run run = new Run();
        Optional<SourceItem.Stop> refusal = mapping.precheck(file.open());
        if (refusal.isPresent()) {
            run.add(RowFault.of(refusal.get()));
            return run.refused();
        }
        try (SourceReader reader = mapping.open(file.open())) {
            while (reader.hasNext()) {
                run.take(reader.next(), mapping, time);
            }
        }
        return run.result(mapping);
    }

    /** Tries a file that is at hand as bytes. */
    public static MappingTrial of(Mapping mapping, byte[] file, MappingTime time) {
        try {
            return of(mapping, () -> new ByteArrayInputStream(file), time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Run {
        private final List<RowFault> faults = new ArrayList<>();
        private final List<Notice> notices = new ArrayList<>();
        private long accepted;
        private long rejected;
        private long warnings;
        private boolean truncated;

        void take(SourceItem item, Mapping mapping, MappingTime time) {
            if (item instanceof SourceItem.Row row) {
                take(mapping.apply(row.source(), time));
            } else if (item instanceof SourceItem.BadRow bad) {
                rejected++;
                add(RowFault.of(bad));
            } else if (item instanceof SourceItem.Stop stop) {
                rejected++;
                add(RowFault.of(stop));
            }
        }

        private void take(MappingResult result) {
            result.faults().forEach(this::add);
            if (result instanceof MappingResult.Mapped mapped) {
                accepted++;
                if (notices.size() < NOTICE_LIMIT) {
                    notices.add(mapped.notice());
                }
            } else {
                rejected++;
            }
        }

        void add(RowFault fault) {
            warnings += fault.severity() == RowFault.Severity.WARNING ? 1 : 0;
            if (faults.size() < FAULT_LIMIT) {
                faults.add(fault);
            } else {
                truncated = true;
            }
        }

        MappingTrial refused() {
            return new MappingTrial(accepted + rejected, 0, accepted + rejected, warnings, true, faults, truncated, List.of());
        }

        MappingTrial result(Mapping mapping) {
            long records = accepted + rejected;
            if (records == 0) {
                add(RowFault.noRows());
            }
            double share = mapping.badShareLimit().orElse(Double.POSITIVE_INFINITY);
            if (records > 0 && (double) rejected / records >= share) {
                faults.add(0, RowFault.tooManyBad(rejected, records, share));
                return refused();
            }
            return new MappingTrial(records, accepted, rejected, warnings, false, faults, truncated, notices);
        }
    }
}
