package org.earlyhelp.hub.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeldPortTests {
    private InetSocketAddress place;
    private HeldPort held;

    @BeforeEach
    void holdThePortOfAServer() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            place = (InetSocketAddress) server.getLocalSocketAddress();
        }
        held = HeldPort.of(place.getPort());
    }

    @AfterEach
    void letGo() throws IOException {
        held.close();
    }

    @Test
    void answersNobody() throws IOException {
        try (Socket client = new Socket()) {
            assertThatThrownBy(() -> client.connect(place)).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void isGivenToNobodyElse() throws IOException {
        try (Socket client = new Socket()) {
            client.setReuseAddress(false);

            assertThatThrownBy(() -> client.bind(place)).isInstanceOf(BindException.class);
        }
    }

    @Test
    void isTakenByTheServerThatHadIt() throws IOException {
        try (ServerSocket server = new ServerSocket(); Socket client = new Socket()) {
            server.bind(place);
            held.close();

            client.connect(place);

            assertThat(client.isConnected()).isTrue();
        }
    }
}
