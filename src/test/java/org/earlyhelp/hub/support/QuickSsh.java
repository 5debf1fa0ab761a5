package org.earlyhelp.hub.support;

import java.util.List;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.common.kex.BuiltinDHFactories;

/** A client for tests that are about something else than keys: the exchange it would choose by itself, sntrup761, takes a third of a second. */
public final class QuickSsh {
    private QuickSsh() {
    }

    /** Not started yet. */
    public static SshClient client() {
        SshClient client = SshClient.setUpDefaultClient();
        client.setKeyExchangeFactories(List.of(ClientBuilder.DH2KEX.apply(BuiltinDHFactories.curve25519)));
        return client;
    }
}
