package org.earlyhelp.hub.intake.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.earlyhelp.hub.intake.SftpAccess;
import org.earlyhelp.hub.kernel.ConfigFault;
import org.springframework.modulith.NamedInterface;

/**
 * Tries {@code routes/} as the running hub would load it, on a Camel that is never started: no file is pulled and no
 * server asked. What only a start can tell, such as an address that nobody answers, is not found.
 */
@NamedInterface("route-trial")
public final class RouteTrial {
    private static final SftpAccess NOWHERE = new SftpAccess("localhost", 1, "nobody", "", Path.of("known_hosts"));

    private RouteTrial() {
    }

    /** All that is wrong in the folder, each with file and, where Camel says it, line; empty when every route loads. */
    public static List<ConfigFault> faults(Path routesDir) {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            RouteFolder folder = new RouteFolder(routesDir, new RouteLoading(camel, NOWHERE));
            folder.refresh();
            return folder.faults();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
