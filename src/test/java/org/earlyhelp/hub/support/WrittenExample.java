package org.earlyhelp.hub.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An example of {@code src/docs/examples} that the code itself writes. {@code -Dehub.examples=write} writes it anew. */
public final class WrittenExample {
    private static final Path FOLDER = Path.of("src/docs/examples");

    private WrittenExample() {
    }

    /** Fails when the example is not exactly that. */
    public static void is(String name, String text) throws IOException {
        if ("write".equals(System.getProperty("ehub.examples"))) {
            Files.writeString(FOLDER.resolve(name), text);
        }
        assertThat(FOLDER.resolve(name)).as("examples are renewed with -Dehub.examples=write").content().isEqualTo(text);
    }
}
