package org.earlyhelp.hub.samples;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.format.SourceItem;
import org.earlyhelp.hub.format.SourceLocation;
import org.earlyhelp.hub.format.SourceReader;
import org.earlyhelp.hub.kernel.London;
import org.earlyhelp.hub.mapping.Mapping;
import org.earlyhelp.hub.mapping.MappingBook;
import org.earlyhelp.hub.mapping.MappingResult;
import org.earlyhelp.hub.mapping.MappingTime;
import org.earlyhelp.hub.mapping.RowFault;
import org.earlyhelp.hub.person.Notice;
import org.earlyhelp.hub.samples.SampleCase.Fault;

/** What the shipped mapping makes of one sample, at the samples' clock. */
final class MappedSample {
    private static final MappingBook MAPPINGS = new MappingBook().load(Path.of("mappings"));
    private static final MappingTime TIME = time();

    private final List<Notice> notices = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private int rejected;

    static MappedSample of(SampleCase sample) {
        Mapping mapping = MAPPINGS.find(sample.mapping()).orElseThrow();
        MappedSample mapped = new MappedSample();
        Optional<SourceItem.Stop> refused = mapping.precheck(new ByteArrayInputStream(sample.bytes()));
        refused.ifPresentOrElse(stop -> mapped.fault(stop.at(), null, stop.code(), "error"), () -> mapped.read(sample, mapping));
        return mapped;
    }

    List<Notice> notices() {
        return notices;
    }

    List<Fault> faults() {
        return faults;
    }

    int rejected() {
        return rejected;
    }

    int warnings() {
        return (int) faults.stream().filter(fault -> fault.severity().equals("warning")).count();
    }

    private void read(SampleCase sample, Mapping mapping) {
        try (SourceReader reader = mapping.open(new ByteArrayInputStream(sample.bytes()))) {
            while (reader.hasNext()) {
                take(reader.next(), mapping);
            }
        }
        if (notices.isEmpty() && rejected == 0) {
            faults.add(new Fault(null, null, "NO_ROWS", "warning"));
        }
    }

    private void take(SourceItem item, Mapping mapping) {
        if (item instanceof SourceItem.Row row) {
            take(mapping.apply(row.source(), TIME));
        } else if (item instanceof SourceItem.BadRow bad) {
            rejected++;
            fault(bad.at(), bad.field(), bad.code(), "error");
        } else if (item instanceof SourceItem.Stop stop) {
            rejected++;
            fault(stop.at(), null, stop.code(), "error");
        }
    }

    private void take(MappingResult result) {
        for (RowFault fault : result.faults()) {
            fault(fault.at(), fault.field(), fault.code(), fault.severity() == RowFault.Severity.ERROR ? "error" : "warning");
        }
        if (result instanceof MappingResult.Mapped mapped) {
            notices.add(mapped.notice());
        } else {
            rejected++;
        }
    }

    private void fault(SourceLocation at, String field, String code, String severity) {
        faults.add(new Fault((int) at.line(), field, code, severity));
    }

    private static MappingTime time() {
        Instant now = Instant.parse(SampleCase.lines(SampleCase.ROOT.resolve("clock")).get(0));
        return new MappingTime(now, London.dateOf(now));
    }
}
