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
        assertThat(file(name, 10).canBeTaken()).isFalse();
    }

    @Test
    void isNotTakenWhenTheLaneCannotHoldIt() {
        assertThat(file("é".repeat(149), 10).canBeTaken()).isFalse();
        assertThat(file("x.csv", AgencySftpServer.UPLOAD_LIMIT_BYTES + 1).canBeTaken()).isFalse();
        assertThat(file("x.csv", AgencySftpServer.UPLOAD_LIMIT_BYTES).canBeTaken()).isTrue();
    }

    private static OfferedFile file(String name, long bytes) {
        return new OfferedFile("in/missing-children", "missing-children", false, name, new Look(bytes, 0));
    }
}
