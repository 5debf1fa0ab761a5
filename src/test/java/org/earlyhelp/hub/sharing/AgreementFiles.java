package org.earlyhelp.hub.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The shipped agreements in a folder of the test, to be edited as an officer would. */
public final class AgreementFiles {
    private static final Path SHIPPED = Path.of("agreements");
    private final Path folder;

    private AgreementFiles(Path folder) {
        this.folder = folder;
    }

    /** Copies them to {@code folder}, which need not be there yet. */
    public static AgreementFiles copiedTo(Path folder) {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(SHIPPED.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
            return new AgreementFiles(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every {@code from} becomes {@code to} in an agency's file; it must be there. */
    public AgreementFiles with(String agency, String from, String to) {
        String text = text(agency);
        assertThat(text).contains(from);
        return says(agency, text.replace(from, to));
    }

    public AgreementFiles says(String agency, String text) {
        try {
            Files.writeString(path(agency), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public AgreementFiles without(String agency) {
        try {
            Files.delete(path(agency));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text(String agency) {
        try {
            return Files.readString(path(agency));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(String agency) {
        return folder.resolve(AgreementFile.fileName(agency));
    }
}
