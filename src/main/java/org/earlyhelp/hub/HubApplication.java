package org.earlyhelp.hub;

import org.earlyhelp.hub.cli.EhubCommand;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The Early Help Hub. */
@SpringBootApplication
public class HubApplication {
    /** Runs one verb and ends this process with its exit code. */
    public static void main(String[] args) {
        System.exit(EhubCommand.run(HubApplication.class, args));
    }
}
