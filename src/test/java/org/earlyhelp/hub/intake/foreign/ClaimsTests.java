package org.earlyhelp.hub.intake.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.earlyhelp.hub.kernel.HubClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsTests {
    private static final String PLACE = "in/missing-children/x.json";
    private static final Look LOOK = new Look(10, 1_000);

    @TempDir
    private Path folder;

    @Test
    void keepsTheUploadOverARestart() throws IOException {
        String upload = claims().uploadOf(PLACE, LOOK, "aa");

        assertThat(claims().uploadOf(PLACE, LOOK, "aa")).isEqualTo(upload);
        assertThat(claims().uploadOf("in/missing-children/y.json", LOOK, "aa")).isNotEqualTo(upload);
    }

    @Test
    void isAnotherUploadWithOtherContentOrTime() throws IOException {
        String upload = claims().uploadOf(PLACE, LOOK, "aa");

        String other = claims().uploadOf(PLACE, LOOK, "bb");
        assertThat(other).isNotEqualTo(upload);
        assertThat(claims().uploadOf(PLACE, new Look(10, 1_001), "bb")).isNotEqualTo(other);
    }

    @Test
    void isAnotherUploadOnceTheFileWasGone() throws IOException {
        String first = claims().uploadOf(PLACE, LOOK, "aa");
        claims().release(PLACE);
        String second = claims().uploadOf(PLACE, LOOK, "aa");
        claims().keepOnly(Set.of(PLACE));
        assertThat(claims().uploadOf(PLACE, LOOK, "aa")).isEqualTo(second).isNotEqualTo(first);

        claims().keepOnly(Set.of());

        assertThat(claims().uploadOf(PLACE, LOOK, "aa")).isNotEqualTo(second);
        assertThat(folder.resolve("claims")).isDirectoryNotContaining(file -> file.getFileName().toString().contains("x.json"));
    }

    /** As a start finds them. */
    private Claims claims() {
        return new Claims(folder.resolve("claims"), HubClock.real());
    }
}
