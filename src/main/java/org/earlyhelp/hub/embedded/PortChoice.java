package org.earlyhelp.hub.embedded;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.earlyhelp.hub.embedded.settings.AnyPort;
import org.earlyhelp.hub.embedded.settings.HubOption;
import org.earlyhelp.hub.embedded.settings.StartSettings;
import org.earlyhelp.hub.kernel.StartFailure;

/**
 * Settles the ports before anything starts: a demonstration moves to a free one and says so, a real run refuses. With an
 * external SFTP server the lanes' own one takes any free port of this machine alone.
 */
final class PortChoice {
    private static final String LOOPBACK = "127.0.0.1";
    private final StartSettings settings;
    private final Consumer<String> say;
    private final List<String> taken = new ArrayList<>();
    private final Set<Integer> given = new HashSet<>();

    private PortChoice(StartSettings settings, Consumer<String> say) {
        this.settings = settings;
        this.say = say;
    }

    /** The ports to use, each free at this moment. Throws StartFailure that names all taken ones. */
    static StartSettings.Ports settle(StartSettings settings, Consumer<String> say) {
        PortChoice choice = new PortChoice(settings, say);
        StartSettings.Ports wanted = settings.ports();
        StartSettings.Ports ports = new StartSettings.Ports(
                choice.port(HubOption.HUB_HTTP_PORT, wanted.http(), settings.bind()),
                settings.sftp().isPresent() ? choice.anyFree(LOOPBACK) : choice.port(HubOption.HUB_SFTP_PORT, wanted.sftp(), settings.bind()),
                choice.port(HubOption.HUB_BROKER_PORT, wanted.broker(), LOOPBACK));
        if (!choice.taken.isEmpty()) {
            throw new StartFailure(String.join(System.lineSeparator(), choice.taken));
        }
        return ports;
    }

    private int port(HubOption option, int wanted, String address) {
        if (wanted == 0 || AnyPort.isFree(wanted, address)) {
            return wanted == 0 ? anyFree(address) : wanted;
        }
        if (!settings.mode().isDemo()) {
            taken.add("Port " + wanted + " is taken by another program: set " + option + " to another, or to 0 for any free one.");
            return wanted;
        }
        int other = anyFree(address);
        say.accept("Port " + wanted + " is taken by another program: using " + other + " instead (" + option + ").");
        return other;
    }

    private int anyFree(String address) {
        int port = AnyPort.freeOn(address);
        while (!given.add(port)) {
            port = AnyPort.freeOn(address);
        }
        return port;
    }
}
