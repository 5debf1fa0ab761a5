package org.earlyhelp.hub.linkage.learned;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.earlyhelp.hub.linkage.weight.WeightModel;
import org.earlyhelp.hub.linkage.weight.WeightModelFile;

/** Where weights come from: those that come with the hub, learned from a made-up borough; or a file that a borough learned itself. */
public final class ModelSource {
    private static final String SHIPPED = "/linkage/model.json";
    /** A larger file is no model. */
    private static final long LIMIT_BYTES = 16L << 20;

    private ModelSource() {
    }

    /** The model of the file, or the one that comes with the hub. Throws as {@link #read}. */
    public static WeightModel inUse(Optional<Path> file) {
        return file.map(ModelSource::read).orElseGet(ModelSource::shipped);
    }

    /** The model that comes with the hub. */
    public static WeightModel shipped() {
        try (InputStream in = ModelSource.class.getResourceAsStream(SHIPPED)) {
            return WeightModelFile.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped model of weights cannot be read", e);
        }
    }

    /**
     * The model of a file.
     *
     * @throws IllegalArgumentException when the hub cannot run on it; names the file and all faults
     */
    public static WeightModel read(Path file) {
        WeightModel model;
        try {
            model = WeightModelFile.parse(text(file));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " " + e.getMessage(), e);
        }
        List<String> faults = new ArrayList<>(WeightModelFile.faults(model));
        faults.addAll(ModelFit.faults(model));
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(file + " cannot be used as a model of weights: " + String.join("; ", faults));
        }
        return model;
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LIMIT_BYTES) {
                throw new IllegalArgumentException("has " + Files.size(file) + " bytes; of a model of weights at most " + LIMIT_BYTES + " are read");
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException("is not there", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
    }
}
