package org.earlyhelp.hub.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Says so where the walk through the pages in a real browser is left out. */
class BrowserInstalledTests {
    @Test
    void walksThroughThePagesWhereChromiumIsInstalled() {
        assumeTrue(Files.exists(Path.of("/usr/bin/chromium")), "No /usr/bin/chromium: the pages are not walked through in a browser. .ci/run installs it.");

        assertThat(getClass().getResource("/org/earlyhelp/hub/browser/FrontDoorWalkTests.class")).as("the walk, compiled by the profile 'browser'").isNotNull();
    }
}
