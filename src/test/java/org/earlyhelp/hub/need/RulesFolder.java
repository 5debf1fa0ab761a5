package org.earlyhelp.hub.need;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.need.engine.RuleTrial;
import org.earlyhelp.hub.need.rules.Rules;

/** A copy of the shipped rules, to be changed by tests. */
public record RulesFolder(Path path) {
    /** Copies the shipped folder there. */
    public static RulesFolder copiedTo(Path folder) {
        try (Stream<Path> files = Files.walk(ShippedRules.FOLDER)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(ShippedRules.FOLDER.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
            return new RulesFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes the first such place of a file. */
    public RulesFolder with(String file, String right, String wrong) {
        String text = text(file);
        int at = text.indexOf(right);
        if (at < 0) {
            throw new AssertionError("no place to change: " + right);
        }
        return write(file, text.substring(0, at) + wrong + text.substring(at + right.length()));
    }

    /** Adds rules to the end of {@code needs.yaml}, at the depth of its list. */
    public RulesFolder withNeed(String yaml) {
        return write("needs.yaml", text("needs.yaml") + "\n" + yaml.indent(2));
    }

    /** Reads the folder; throws AssertionError with the faults when it has any. */
    public Rules rules() {
        Checked<Rules> read = new RuleBook().load(path);
        return read.asOptional().orElseThrow(() -> new AssertionError("faulty: " + read.faults()));
    }

    /** What is wrong in the folder, as sentences with file and line. */
    public List<String> faults() {
        return RuleTrial.faults(path).stream().map(Object::toString).toList();
    }

    /** The text of one file. */
    public String text(String file) {
        try {
            return Files.readString(path.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RulesFolder write(String file, String text) {
        try {
            Files.writeString(path.resolve(file), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
