package org.earlyhelp.hub.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.earlyhelp.hub.embedded.settings.AnyPort;
import org.earlyhelp.hub.embedded.settings.HubMode;
import org.earlyhelp.hub.embedded.settings.SettingsReader;
import org.earlyhelp.hub.embedded.settings.StartSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortChoiceTests {
    @TempDir
    private Path folder;
    private final List<String> said = new ArrayList<>();

    @Test
    void findsPortsThatNoOutgoingConnectionIsGiven() {
        StartSettings.Ports ports = settle("0", "0", "0");

        assertThat(List.of(ports.http(), ports.sftp(), ports.broker())).doesNotHaveDuplicates()
                .allMatch(port -> port >= AnyPort.LOWEST && port <= AnyPort.HIGHEST);
        assertThat(said).isEmpty();
    }

    @Test
    void movesFromATakenPortAndSaysSo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = settle("0", Integer.toString(taken.getLocalPort()), "0").sftp();

            assertThat(port).isNotEqualTo(taken.getLocalPort());
            assertThat(said).containsExactly("Port " + taken.getLocalPort() + " is taken by another program: using " + port + " instead (HUB_SFTP_PORT).");
        }
    }

    private StartSettings.Ports settle(String http, String sftp, String broker) {
        Map<String, String> environment = Map.of("HUB_DATA_DIR", folder.resolve("data").toString(), "HUB_HTTP_PORT", http, "HUB_SFTP_PORT", sftp,
                "HUB_BROKER_PORT", broker);
        return PortChoice.settle(SettingsReader.read(HubMode.DEMO_EMPTY, environment, Path.of("").toAbsolutePath()), said::add);
    }

    @Test
    void drawsNoDoorForTheDatabase() {
        Set<Integer> doors = IntStream.range(0, 500).mapToObj(n -> AnyPort.freeOn("127.0.0.1")).collect(Collectors.toSet());

        assertThat(IntStream.range(0, 500).map(n -> AnyPort.ofDatabase("127.0.0.1"))).allMatch(port -> port > Collections.max(doors) && port <= AnyPort.HIGHEST);
    }
}
