package org.earlyhelp.hub.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.earlyhelp.hub.format.SourceFormat;

/**
 * The made-up file beside a mapping, {@code samples/<id>.<csv, txt, json, xml or hl7>}, that senders may copy. It is only worth
 * showing when the mapping takes it without a word. The content must not be changed.
 */
public record MappingSample(String ending, byte[] content) {
    /** A larger sample is no sample; it is not read. */
    public static final long SIZE_LIMIT_BYTES = 100_000;

    /** The sample that the hub makes up itself, one record that has every field; empty for HL7. The mapping may not take it. */
    public static Optional<MappingSample> madeUp(Mapping mapping) {
        return SampleMaker.of(mapping);
    }

    /** The sample of that mapping; empty when there is none that can be read. */
    public static Optional<MappingSample> read(Path mappingsDir, Mapping mapping) {
        Path file = fileOf(mappingsDir, mapping);
        try {
            boolean fits = Files.isRegularFile(file) && Files.size(file) <= SIZE_LIMIT_BYTES;
            return fits ? Optional.of(new MappingSample(endingOf(mapping), Files.readAllBytes(file))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Where the sample of that mapping stands, if it has one. */
    public static Path fileOf(Path mappingsDir, Mapping mapping) {
        return mappingsDir.resolve("samples").resolve(mapping.id() + "." + endingOf(mapping));
    }

    /** What the mapping says against its own sample, warnings too; empty when it takes every record of it. */
    public List<RowFault> faults(Mapping mapping, MappingTime time) {
        return MappingTrial.of(mapping, content, time).faults();
    }

    private static String endingOf(Mapping mapping) {
        SourceFormat format = mapping.format();
        if (format instanceof SourceFormat.Csv) {
            return "csv";
        }
        if (format instanceof SourceFormat.Xml) {
            return "xml";
        }
        if (format instanceof SourceFormat.Fixed) {
            return "txt";
        }
        return format instanceof SourceFormat.Hl7 ? "hl7" : "json";
    }
}
