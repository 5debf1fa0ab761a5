package org.earlyhelp.hub.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.earlyhelp.hub.embedded.RunningHub;
import org.earlyhelp.hub.embedded.settings.HubMode;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Starts and stops an empty hub in a folder of its own, so that Java can note which classes a start needs. Called by the build. */
@Command(name = "prepare", hidden = true)
final class PrepareCommand implements Callable<Integer> {
    @ParentCommand
    private EhubCommand ehub;

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("ehub-prepare-");
        Map<String, String> environment = Map.of("HUB_DATA_DIR", folder.resolve("data").toString(),
                "HUB_HTTP_PORT", "0", "HUB_SFTP_PORT", "0", "HUB_BROKER_PORT", "0");
        try (RunningHub hub = RunningHub.start(ehub.application(), SettingsReader.read(HubMode.DEMO_EMPTY, environment, Checkout.folder()), line -> { })) {
            return hub.endpoints().http() > 0 ? ExitCode.DONE : ExitCode.SYSTEM_FAILED;
        } finally {
            Folders.remove(folder);
        }
    }
}
