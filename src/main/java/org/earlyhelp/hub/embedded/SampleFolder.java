package org.earlyhelp.hub.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.earlyhelp.hub.kernel.StartFailure;

/** The made-up borough's files that a demonstration drops: {@code sample-feeds}, with the instant at which they are told. */
public record SampleFolder(Path root) {
    /** Of that checkout. */
    public static SampleFolder of(Path checkout) {
        return new SampleFolder(checkout.resolve("sample-feeds"));
    }

    /** The Monday at which all the samples' stories are told. */
    public Instant clock() {
        Path file = root.resolve("clock");
        try {
            return Instant.parse(Files.readString(file).strip());
        } catch (IOException | DateTimeException e) {
            throw new StartFailure("The samples' clock " + file + " cannot be read: it holds one instant such as 2026-11-23T08:40:00Z.", e);
        }
    }

    /** One file to drop: where it lies, and as whom and into which feed it goes. */
    public record Sample(Path file, String agency, String feed) {
    }

    /**
     * The files in the order of {@code order.txt}: one path a line below this folder, {@code <agency>/<feed>/…}; {@code #}
     * begins a comment. An empty line ends a chapter: the hub deals with all before it first.
     */
    public List<List<Sample>> chapters() {
        Path order = root.resolve("order.txt");
        try {
            List<List<Sample>> chapters = new ArrayList<>(List.of(new ArrayList<>()));
            for (String line : Files.readAllLines(order)) {
                String path = line.replaceFirst("#.*", "").strip();
                if (line.isBlank()) {
                    chapters.add(new ArrayList<>());
                } else if (!path.isEmpty()) {
                    chapters.get(chapters.size() - 1).add(sample(order, path));
                }
            }
            return chapters;
        } catch (IOException e) {
            throw new StartFailure("The samples' order " + order + " cannot be read.", e);
        }
    }

    private Sample sample(Path order, String path) {
        Path file = root.resolve(path).normalize();
        Path relative = root.relativize(file);
        if (!file.startsWith(root) || relative.getNameCount() < 3 || !Files.isRegularFile(file)) {
            throw new StartFailure(order + " names " + path + ", which is no file of the form <agency>/<feed>/….");
        }
        return new Sample(file, relative.getName(0).toString(), relative.getName(1).toString());
    }
}
