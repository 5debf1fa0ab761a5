package org.earlyhelp.hub.linkage.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.earlyhelp.hub.linkage.weight.WeightModelFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSourceTests {
    @TempDir
    private Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("model.json"), content);
    }

    private static String shipped() {
        return WeightModelFile.write(ModelSource.shipped());
    }

    @Test
    void readsWhatItWrote() throws IOException {
        assertThat(ModelSource.inUse(Optional.of(file(shipped())))).isEqualTo(ModelSource.shipped());
        assertThat(ModelSource.inUse(Optional.empty())).isEqualTo(ModelSource.shipped());
    }

    @Test
    void namesAFileThatIsNotThereOrNoModel() {
        assertThatThrownBy(() -> ModelSource.read(folder.resolve("none.json"))).hasMessage(folder.resolve("none.json") + " is not there");
        assertThatThrownBy(() -> ModelSource.read(folder)).hasMessageStartingWith(folder + " cannot be read");
        assertThatThrownBy(() -> ModelSource.read(file("{\"made\": 1"))).hasMessageContaining("model.json is no model of weights");
        assertThatThrownBy(() -> ModelSource.read(file("{}"))).hasMessageContaining("model.json is no model of weights");
        assertThatThrownBy(() -> ModelSource.read(file("null"))).hasMessageContaining("it holds nothing");
    }

    @Test
    void refusesAFileTooLargeToBeAModel() throws IOException {
        Path large = file(" ".repeat((16 << 20) + 1));

        assertThatThrownBy(() -> ModelSource.read(large)).hasMessageContaining("16777217 bytes").hasMessageContaining("at most 16777216");
    }

    @Test
    void listsFaultsOfNumbersAndOfLevelsAtOnce() {
        String broken = shipped().replaceFirst("\"matchShare\" : [^,]+", "\"matchShare\" : 7.0").replaceFirst("\"name\" : \"ONE_SLIP\"", "\"name\" : \"SLIPPED\"");

        assertThatThrownBy(() -> ModelSource.read(file(broken))).hasMessageContaining("model.json cannot be used").hasMessageContaining("matchShare is 7.0")
                .hasMessageContaining("the levels of BIRTH are [EXACT, SLIPPED");
    }

    @Test
    void refusesAnAgencyWithTooFewLevels() {
        String broken = shipped().replaceFirst("\"SEX\" : \\[ [0-9.E-]+, ", "\"SEX\" : [ ");

        assertThatThrownBy(() -> ModelSource.read(file(broken))).hasMessageContaining("has 2 levels of SEX, expected 3");
    }
}
