package org.earlyhelp.hub.embedded;

import java.nio.file.Path;
import java.util.Map;
import org.earlyhelp.hub.HubApplication;
import org.earlyhelp.hub.embedded.settings.HubMode;
import org.earlyhelp.hub.embedded.settings.SettingsReader;

/** A process that runs a whole hub until it is killed. */
final class HubProbe {
    private HubProbe() {
    }

    public static void main(String[] args) throws InterruptedException {
        RunningHub hub = RunningHub.start(HubApplication.class, SettingsReader.read(HubMode.DEMO_EMPTY, environment(Path.of(args[0])), Path.of("").toAbsolutePath()),
                line -> System.out.println("say " + line));
        System.out.println("ready " + hub.endpoints().http());
        Thread.currentThread().join();
    }

    /** Any free ports, everything below one folder. */
    static Map<String, String> environment(Path root) {
        return Map.of("HUB_DATA_DIR", root.resolve("data").toString(), "HUB_HTTP_PORT", "0", "HUB_SFTP_PORT", "0", "HUB_BROKER_PORT", "0");
    }
}
