package org.earlyhelp.hub.alert.support;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published schemas, as a receiver would use them. */
public final class Schemas {
    private static final String BASE = "https://early-help-hub.invalid/schemas/";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Schemas::file));

    private Schemas() {
    }

    /** What is wrong with the text by that schema; empty when nothing is. */
    public static List<String> faults(String schema, String json) {
        return REGISTRY.getSchema(SchemaLocation.of(BASE + schema)).validate(json, InputFormat.JSON).stream().map(Error::toString).toList();
    }

    private static String file(String iri) {
        try {
            return iri.startsWith(BASE) ? Files.readString(Path.of("src/docs/schemas", iri.substring(BASE.length()))) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
