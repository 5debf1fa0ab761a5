package org.earlyhelp.hub.cli.torture.matrix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs programs of the machine that inject a fault. */
final class OsCall {
    private static final long LIMIT_SECONDS = 60;

    private OsCall() {
    }

    /** Runs it; throws NotHere with what it said where the machine has no such program or refuses. */
    static void need(String... words) throws NotHere {
        try {
            Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new NotHere(words[0] + " is refused (" + said.lines().findFirst().orElse("no word why") + ")");
            }
        } catch (IOException e) {
            throw new NotHere("this machine has no " + words[0]);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotHere("stopped");
        }
    }

    /** Runs it and takes no notice of how it ends: cleaning up. */
    static void attempt(List<String> words) {
        try {
            new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            // What cannot be cleaned up stays for the operator of this test, who is told where everything lies.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
