package org.earlyhelp.hub.intake.foreign;

import java.io.IOException;
import java.net.SocketAddress;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.core.CoreModuleProperties;
import org.earlyhelp.hub.intake.foreign.ForeignAccount.Credential;

/**
 * The way to the foreign server. It is believed by its declared host keys alone, and the hub signs in with what the
 * accounts file says alone: neither the machine's {@code known_hosts} nor its user's keys count. Thread-safe.
 */
final class ForeignServer implements AutoCloseable {
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    /** A server that says nothing for so long during a transfer is taken for gone. */
    private static final Duration SILENCE_LIMIT = Duration.ofSeconds(45);
    private final SshClient client = SshClient.setUpDefaultClient();
    private final String host;
    private final int port;
    private final List<PublicKey> hostKeys;

    ForeignServer(String host, ForeignAccounts accounts) {
        this.host = host;
        this.port = accounts.port();
        this.hostKeys = accounts.hostKeys();
        configure();
    }

    void start() {
        client.start();
    }

    /** A new session, signed in. The caller closes. */
    ClientSession signIn(ForeignAccount account) throws IOException {
        ClientSession session = client.connect(account.user(), host, port).verify(CONNECT_LIMIT).getSession();
        try {
            if (account.credential() instanceof Credential.Key key) {
                session.addPublicKeyIdentity(key.pair());
            } else {
                session.addPasswordIdentity(((Credential.Password) account.credential()).password());
            }
            session.auth().verify(CONNECT_LIMIT);
            return session;
        } catch (IOException | RuntimeException e) {
            session.close(true);
            throw e;
        }
    }

    @Override
    public void close() {
        client.stop();
    }

    private void configure() {
        client.setServerKeyVerifier(this::isDeclared);
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        List<NamedFactory<Signature>> signatures = ClientBuilder.setUpDefaultSignatureFactories(false);
        client.setUserAuthFactories(List.of(new UserAuthPublicKeyFactory(signatures), UserAuthPasswordFactory.INSTANCE));
        client.setSignatureFactories(onlyDeclared(signatures));
        CoreModuleProperties.IDLE_TIMEOUT.set(client, SILENCE_LIMIT);
        CoreModuleProperties.SOCKET_KEEPALIVE.set(client, true);
    }

    /** A server with several keys must show one of a declared kind, so the others are not asked for. */
    private List<NamedFactory<Signature>> onlyDeclared(List<NamedFactory<Signature>> all) {
        Set<String> kinds = hostKeys.stream().map(KeyUtils::getKeyType).collect(Collectors.toSet());
        return all.stream().filter(factory -> kinds.contains(KeyUtils.getCanonicalKeyType(factory.getName()))).toList();
    }

    private boolean isDeclared(ClientSession session, SocketAddress address, PublicKey shown) {
        return hostKeys.stream().anyMatch(key -> KeyUtils.compareKeys(key, shown));
    }
}
