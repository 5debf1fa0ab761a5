package org.earlyhelp.hub.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.mapping.Mapping;
import org.earlyhelp.hub.mapping.MappingBook;
import org.earlyhelp.hub.mapping.MappingSample;
import org.earlyhelp.hub.mapping.MappingTime;
import org.earlyhelp.hub.mapping.RowFault;

/** All that is wrong in {@code mappings/}: the mappings, and samples that their mapping would not take, which no agency is shown. */
final class MappingsCheck {
    private MappingsCheck() {
    }

    static List<ConfigFault> faults(Path mappingsDir) {
        MappingBook book = new MappingBook().load(mappingsDir);
        List<ConfigFault> faults = new ArrayList<>(book.faults());
        book.all().forEach(mapping -> faults.addAll(sampleFaults(mappingsDir, mapping)));
        return faults;
    }

    private static List<ConfigFault> sampleFaults(Path mappingsDir, Mapping mapping) {
        Path file = MappingSample.fileOf(mappingsDir, mapping);
        Optional<MappingSample> sample = MappingSample.read(mappingsDir, mapping);
        if (sample.isEmpty()) {
            return Files.exists(file) ? List.of(fault(file, 0, "the sample cannot be read, or has more than " + MappingSample.SIZE_LIMIT_BYTES + " bytes"))
                    : List.of();
        }
        return sample.get().faults(mapping, MappingTime.of(HubClock.real())).stream().map(found -> fault(file, found)).toList();
    }

    private static ConfigFault fault(Path file, RowFault found) {
        String field = found.field() == null ? "" : found.field() + ": ";
        return fault(file, (int) found.at().line(), "the sample is not taken as it is: " + field + found.message() + " " + found.fix());
    }

    private static ConfigFault fault(Path file, int line, String reason) {
        return new ConfigFault("samples/" + file.getFileName(), line, reason);
    }
}
