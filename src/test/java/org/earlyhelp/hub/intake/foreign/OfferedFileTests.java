package org.earlyhelp.hub.intake.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import org.earlyhelp.hub.intake.sftp.AgencySftpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a hostile server may list. */
class OfferedFileTests {
    @ParameterizedTest
    @ValueSource(strings = {"../x.json", "..", "/etc/passwd", "a/b.json", "a\\b.json", "x\0.json", "x\n.json", "", "\u202Egpj.exe"})
    void isNotTakenUnderAHostileName(String name) {
        assertThat(file(name, 10).fault()).isPresent();
    }

    @Test
    void isNotTakenWhenTheLaneCannotHoldIt() {
        assertThat(file("é".repeat(149), 10).fault()).isPresent();
        assertThat(file("x.csv", AgencySftpServer.UPLOAD_LIMIT_BYTES + 1).fault()).isPresent();
        assertThat(file("x.csv", AgencySftpServer.UPLOAD_LIMIT_BYTES).fault()).isEmpty();
    }

    @Test
    void hasANameForReceiptsThatHarmsNobody() {
        assertThat(file("../a\nb\u202E é.json", 10).harmlessName()).isEqualTo(".._a_b_ _.json");
        assertThat(file("n".repeat(200), 10).harmlessName()).hasSize(150);
        assertThat(file("", 10).harmlessName()).isEqualTo("_");
    }

    private static OfferedFile file(String name, long bytes) {
        return new OfferedFile("in/missing-children", "missing-children", false, name, new Look(bytes, 0));
    }
}
