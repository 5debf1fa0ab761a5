package org.earlyhelp.hub.sharing;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A copy of the shipped agreements, and a book that has not read it yet. */
abstract class AgreementFolderTest {
    @TempDir
    Path folder;
    final AgreementBook book = new AgreementBook();
    AgreementFiles files;

    @BeforeEach
    void copyShippedFiles() {
        files = AgreementFiles.copiedTo(folder);
    }
}
