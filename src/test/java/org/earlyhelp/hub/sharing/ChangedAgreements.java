package org.earlyhelp.hub.sharing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The shipped agreements with something changed in every agency's file, as the hub would read them from its folder. */
public final class ChangedAgreements {
    private final AgreementBook book;

    public ChangedAgreements(AgreementBook book) {
        this.book = book;
    }

    /** What is changed of the text of a file. */
    public enum Change implements UnaryOperator<String> {
        NOT_BEGUN("no agreement with the agency is in force") {
            @Override
            public String apply(String text) {
                return text.replace("start: 2025-04-01", "start: 2027-01-01");
            }
        },
        OTHER_PURPOSE("the agreement is not for this purpose") {
            @Override
            public String apply(String text) {
                return text.replaceAll("(?m)^    purposes: .*$", "    purposes: [OPERATION]");
            }
        },
        OTHER_CLASS("the agreement does not let this recipient see this kind of data") {
            @Override
            public String apply(String text) {
                return text.replaceAll("(?m)^    classes: .*$", "    classes: [STAFF]");
            }
        };

        private final String why;

        Change(String why) {
            this.why = why;
        }

        /** What a refusal says then. */
        public String why() {
            return why;
        }
    }

    /** Reads the changed agreements; the borough's own file stays as it is. */
    public void apply(Path folder, UnaryOperator<String> change) {
        Path shipped = Path.of("agreements");
        try (Stream<Path> files = Files.walk(shipped)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            for (Path file : all) {
                Path copy = folder.resolve(shipped.relativize(file));
                Files.createDirectories(copy.getParent());
                boolean agency = file.toString().endsWith(".yaml") && !file.endsWith(AgreementBook.BOROUGH_FILE);
                Files.writeString(copy, agency ? change.apply(Files.readString(file)) : Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        book.load(folder);
        if (!book.faults().isEmpty()) {
            throw new AssertionError(book.faults().toString());
        }
    }

    /** Reads the shipped ones again. */
    public void restore() {
        book.load(Path.of("agreements"));
    }
}
