package org.earlyhelp.hub.linkage.learned;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.earlyhelp.hub.linkage.weight.WeightModelFile;

/** The weights that come with the hub, learned from a made-up borough; or those of a file that a borough learned itself. */
public final class ShippedModel {
    private static final String RESOURCE = "/linkage/model.json";
    /** A larger file is no model. */
    private static final long LIMIT_BYTES = 16L << 20;

    private ShippedModel() {
    }

    /** The model that comes with the hub. */
    public static LearnedModel read() {
        try (InputStream in = ShippedModel.class.getResourceAsStream(RESOURCE)) {
            return new LearnedModel(WeightModelFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped model of weights cannot be read", e);
        }
    }

    /**
     * The model of a file.
     *
     * @throws IllegalArgumentException when the file cannot be read, is too large, or is no model; names the file
     */
    public static LearnedModel read(Path file) {
        try {
            if (Files.size(file) > LIMIT_BYTES) {
                throw new IllegalArgumentException(file + " has " + Files.size(file) + " bytes, at most " + LIMIT_BYTES + " are read");
            }
            return new LearnedModel(WeightModelFile.read(Files.readString(file)));
        } catch (IOException e) {
            throw new IllegalArgumentException("the model of weights " + file + " cannot be read: " + e.getClass().getSimpleName(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }
}
