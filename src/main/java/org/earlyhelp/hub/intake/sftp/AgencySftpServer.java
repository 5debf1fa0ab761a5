package org.earlyhelp.hub.intake.sftp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.earlyhelp.hub.intake.SftpAccess;
import org.earlyhelp.hub.intake.SftpAccount;
import org.earlyhelp.hub.intake.SftpFolders;
import org.earlyhelp.hub.kernel.HubClock;
import org.earlyhelp.hub.kernel.Ids;
import org.earlyhelp.hub.kernel.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded SFTP server. Agencies sign in with their keys and are locked into their homes; the hub signs in with a
 * password of this run and sees the lanes. Only the SFTP subsystem is offered: no shell, no commands, no forwarding.
 * Thread-safe.
 */
public final class AgencySftpServer implements AutoCloseable {
    /** The hub's own account. No agreement may name an agency so. */
    public static final String HUB_USER = "hub-intake";
    /** A larger upload is refused while it is being written. */
    public static final long UPLOAD_LIMIT_BYTES = 2L << 30;
    /** Sessions an account may hold at once. */
    static final int SESSION_LIMIT = 20;
    private static final Duration IDLE_LIMIT = Duration.ofMinutes(15);
    private static final int BY_APPLICATION = 11;
    private static final int AUTHENTICATION_TRIES = 6;
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(AgencySftpServer.class);

    private final SftpFolders folders;
    private final Supplier<List<SftpAccount>> accounts;
    private final Path knownHosts;
    private final String hubPassword = Ids.password();
    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair hostKey;
    private final TakenFileSweep sweep;
    private final HomeFolders homes;
    private final Doorkeeper keeper;
    private final SignIn signIn;
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sftp-sweep");
        thread.setDaemon(true);
        return thread;
    });
    private volatile List<SftpAccount> known = List.of();
    /** Those whose home is still to be made. */
    private List<SftpAccount> homeless = List.of();

    /**
     * @param accounts    the agencies that may sign in, asked again every sweep so that a new agreement needs no restart
     * @param hostKeyFile made when absent
     * @param knownHosts  file into which the host key is written at start, for clients on this machine
     * @param news        hears {@code UploadClosed} and {@code UploadCut}
     */
    public AgencySftpServer(SftpFolders folders, Supplier<List<SftpAccount>> accounts, Path hostKeyFile, Path knownHosts,
                            HubClock clock, Consumer<Object> news) {
        this(folders, accounts, hostKeyFile, knownHosts, clock, news, Doorkeeper.NONE);
    }

    /** As above; {@code keeper} is asked and told of every sign-in and upload. */
    public AgencySftpServer(SftpFolders folders, Supplier<List<SftpAccount>> accounts, Path hostKeyFile, Path knownHosts,
                            HubClock clock, Consumer<Object> news, Doorkeeper keeper) {
        this.folders = folders;
        this.accounts = accounts;
        this.knownHosts = knownHosts;
        this.hostKey = HostKey.loadOrMake(hostKeyFile);
        this.homes = new HomeFolders(folders);
        this.sweep = new TakenFileSweep(folders);
        this.keeper = keeper;
        this.signIn = new SignIn(() -> known, HUB_USER, hubPassword, keeper);
        configure(new UploadStore(folders, clock, news, new UploadRight(() -> known, keeper)));
    }

    /** Starts on the address and port (0 = any free one) and returns the port. Throws StartFailure when it is taken. */
    public int start(String host, int port) {
        server.setHost(host);
        server.setPort(port);
        try {
            homes.prepare();
            refreshAccounts();
            server.start();
            Files.createDirectories(knownHosts.getParent());
            Files.writeString(knownHosts, HostKey.knownHosts(hostKey, server.getPort()));
        } catch (IOException e) {
            throw new StartFailure("the SFTP server cannot start on " + host + ":" + port + ": " + e.getMessage(), e);
        }
        long every = SWEEP_EVERY.toMillis();
        sweeper.scheduleWithFixedDelay(this::sweepQuietly, every, every, TimeUnit.MILLISECONDS);
        return server.getPort();
    }

    /** Sessions that begin from now on end when nothing comes from them for so long (15 minutes unless said here): what they were sending is cut. */
    public void endIdleAfter(Duration limit) {
        CoreModuleProperties.IDLE_TIMEOUT.set(server, limit);
    }

    /** How the hub's own account reaches this server on that port. */
    public SftpAccess access(int port) {
        return new SftpAccess("127.0.0.1", port, HUB_USER, hubPassword, knownHosts);
    }

    /** Lets nobody in any more and lets running transfers go. */
    @Override
    public void close() throws IOException {
        sweeper.shutdownNow();
        server.stop(true);
        keepUpQuietly();
    }

    private void configure(UploadStore uploads) {
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setSubsystemFactories(List.of(new SftpSubsystems(HUB_USER, uploads)));
        server.setShellFactory(null);
        server.setCommandFactory(null);
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setFileSystemFactory(new VirtualFileSystemFactory() {
            @Override
            public Path getUserHomeDir(SessionContext session) {
                String user = session.getUsername();
                return (HUB_USER.equals(user) ? folders.lanes() : folders.home(user)).toAbsolutePath().normalize();
            }
        });
        server.setPublickeyAuthenticator(signIn);
        server.setPasswordAuthenticator(signIn);
        server.addSessionListener(signIn);
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, AUTHENTICATION_TRIES);
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, SESSION_LIMIT);
        endIdleAfter(IDLE_LIMIT);
        CoreModuleProperties.SOCKET_KEEPALIVE.set(server, true);
        CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "early-help-hub");
    }

    private void sweepQuietly() {
        try {
            refreshAccounts();
            endUnwelcome();
            sweep.run(known, HubClock.machineTime());
        } catch (IOException | RuntimeException e) {
            LOG.warn("The SFTP homes could not be swept ({}); tried again in {}", e.getClass().getSimpleName(), SWEEP_EVERY);
        }
        keepUpQuietly();
    }

    private void keepUpQuietly() {
        try {
            keeper.keepUp(known);
        } catch (RuntimeException e) {
            LOG.warn("What was noticed at the SFTP door could not be written ({}); tried again in {}", e.getClass().getSimpleName(), SWEEP_EVERY);
        }
    }

    /** Keys first: no home that cannot be made just now lets a retired key go on. */
    private void refreshAccounts() {
        List<SftpAccount> now = accounts.get();
        if (!now.equals(known)) {
            known = List.copyOf(now);
            homeless = known;
        }
        if (!homeless.isEmpty()) {
            homeless = homeless.stream().filter(account -> !homes.isMade(account)).toList();
        }
    }

    /** A key that was retired or an address that was closed ends the sessions which it opened: what they were sending is cut. */
    private void endUnwelcome() throws IOException {
        for (AbstractSession session : server.getActiveSessions()) {
            if (!signIn.isStillWelcome(session)) {
                LOG.info("A session of {} is ended: its key or its address is no longer welcome", session.getUsername());
                session.disconnect(BY_APPLICATION, "this key or address is no longer welcome");
            }
        }
    }
}
