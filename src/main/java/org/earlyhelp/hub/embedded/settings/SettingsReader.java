package org.earlyhelp.hub.embedded.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.linkage.learned.ModelSource;

/** Reads all settings of a start and shows all their mistakes at once. Used once. */
public final class SettingsReader {
    private static final String TRACES = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final int LEAST_IDLE_SECONDS = 10;
    private static final int MOST_IDLE_SECONDS = 86_400;
    private final GivenSettings given;
    private final HubMode mode;

    private SettingsReader(HubMode mode, Map<String, String> environment) {
        this.mode = mode;
        this.given = new GivenSettings(environment, SettingDefaults.read());
    }

    /**
     * The settings from the environment over {@code application.yaml}. {@code checkout} is where the hub lies; relative
     * folders start at the working folder. Throws StartFailure with a line for each mistake.
     */
    public static StartSettings read(HubMode mode, Map<String, String> environment, Path checkout) {
        return new SettingsReader(mode, environment).read(checkout);
    }

    /** Only the folder of the council's files, for verbs that start nothing. Throws StartFailure when it is no folder. */
    public static Path configDir(Map<String, String> environment, Path checkout) {
        SettingsReader reader = new SettingsReader(HubMode.DEMO_EMPTY, environment);
        Path configDir = reader.configDir(checkout);
        reader.given.refuseMistakes();
        return configDir;
    }

    /** Only the instant at which the clock is to stand, for verbs that start nothing; empty = real time. Throws StartFailure when it is no instant. */
    public static Optional<Instant> clock(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(HubMode.DEMO_EMPTY, environment);
        Optional<Instant> clock = reader.clock();
        reader.given.refuseMistakes();
        return clock;
    }

    /** Only the file of weights, for verbs that start nothing; empty = those the hub comes with. Throws StartFailure when it is not in order. */
    public static Optional<Path> linkageModel(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(HubMode.DEMO_EMPTY, environment);
        Optional<Path> file = reader.linkageModel();
        reader.given.refuseMistakes();
        return file;
    }

    /** Only where the database is, for verbs that start no hub. Throws StartFailure. */
    public static StartSettings.Store store(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(HubMode.DEMO_EMPTY, environment);
        StartSettings.Store store = new StartSettings.Store(new ServersReader(reader.given, reader.mode).database(), reader.dataDir(), reader.keyDir());
        reader.given.refuseMistakes();
        return store;
    }

    private Path dataDir() {
        return given.path(HubOption.HUB_DATA_DIR).orElse(Path.of("data")).toAbsolutePath().normalize();
    }

    private Path keyDir() {
        Path dataDir = dataDir();
        return given.path(HubOption.HUB_KEY_DIR).orElse(dataDir.resolveSibling(dataDir.getFileName() + "-keys")).toAbsolutePath().normalize();
    }

    private Optional<Path> linkageModel() {
        Optional<Path> file = given.path(HubOption.HUB_LINKAGE_MODEL).map(path -> path.toAbsolutePath().normalize());
        try {
            file.ifPresent(ModelSource::read);
        } catch (IllegalArgumentException e) {
            given.mistake("HUB_LINKAGE_MODEL: " + e.getMessage() + ".");
        }
        return file;
    }

    private Path configDir(Path checkout) {
        Path configDir = given.path(HubOption.HUB_CONFIG_DIR).orElse(checkout).toAbsolutePath().normalize();
        if (!Files.isDirectory(configDir)) {
            given.mistake("HUB_CONFIG_DIR is " + configDir + ", which is no folder.");
        }
        return configDir;
    }

    private StartSettings read(Path checkout) {
        Path dataDir = dataDir();
        Path keyDir = keyDir();
        if (keyDir.startsWith(dataDir)) {
            given.mistake("HUB_KEY_DIR must not lie inside HUB_DATA_DIR: a backup of the data would hold the keys.");
        }
        if (!mode.isDemo() && Files.exists(HubMode.demoAccounts(dataDir))) {
            given.mistake("HUB_DATA_DIR is " + dataDir + ", the folder of a demonstration: made-up children are in it and one person opens its accounts. Give 'ehub run' a folder of its own.");
        }
        StartSettings.Ports ports = new StartSettings.Ports(given.port(HubOption.HUB_HTTP_PORT), given.port(HubOption.HUB_SFTP_PORT), given.port(HubOption.HUB_BROKER_PORT));
        refuseEqual(ports);
        Duration sftpIdle = given.seconds(HubOption.HUB_SFTP_IDLE_SECONDS, LEAST_IDLE_SECONDS, MOST_IDLE_SECONDS);
        ServersReader servers = new ServersReader(given, mode);
        Optional<StartSettings.External> database = servers.database();
        Optional<StartSettings.External> broker = servers.broker();
        Optional<Path> brokerCa = servers.brokerCa();
        Optional<StartSettings.Certificate> certificate = certificate();
        boolean behindProxy = given.truth(HubOption.HUB_BEHIND_PROXY);
        String bind = bind(certificate.isPresent() || behindProxy);
        Optional<StartSettings.SignIn> signIn = signIn();
        Optional<StartSettings.ForeignSftp> sftp = servers.sftp();
        Optional<Path> linkageModel = linkageModel();
        Optional<URI> traces = traces();
        StartSettings.Outside outside = new OutsideReader(given).outside();
        Map<HubOption, String> duty = new DutyReader(given).duty();
        Optional<Instant> clock = clock();
        Path configDir = configDir(checkout);
        given.noteUnknown();
        given.refuseMistakes();
        HubSettings hub = new HubSettings(dataDir, configDir, keyDir, mode.isDemo());
        return new StartSettings(mode, checkout.toAbsolutePath().normalize(), hub, ports, sftpIdle, bind, database, broker, brokerCa, sftp, certificate, behindProxy, signIn, linkageModel,
                traces, outside, duty, clock);
    }

    /** By the name that OpenTelemetry gives it everywhere. */
    private Optional<URI> traces() {
        Optional<String> address = Optional.of(given.environment().getOrDefault(TRACES, "").strip()).filter(value -> !value.isEmpty());
        try {
            return address.map(OutsideReader::httpAddress);
        } catch (IllegalArgumentException e) {
            given.mistake(TRACES + " '" + address.get() + "' is not the address of a collector such as http://collector.example:4318.");
            return Optional.empty();
        }
    }

    private void refuseEqual(StartSettings.Ports ports) {
        if (ports.http() != 0 && (ports.http() == ports.sftp() || ports.http() == ports.broker())
                || ports.sftp() != 0 && ports.sftp() == ports.broker()) {
            given.mistake("HUB_HTTP_PORT, HUB_SFTP_PORT and HUB_BROKER_PORT must differ.");
        }
    }

    private Optional<StartSettings.Certificate> certificate() {
        Optional<Path> chain = given.file(HubOption.HUB_TLS_CERT);
        Optional<Path> key = given.file(HubOption.HUB_TLS_KEY);
        if (chain.isPresent() != key.isPresent()) {
            given.mistake("HUB_TLS_CERT and HUB_TLS_KEY go together: one of them is not set.");
        }
        return chain.isPresent() && key.isPresent() ? Optional.of(new StartSettings.Certificate(chain.get(), key.get())) : Optional.empty();
    }

    private String bind(boolean encrypted) {
        String bind = given.text(HubOption.HUB_BIND).orElse("127.0.0.1");
        try {
            if (!encrypted && !InetAddress.getByName(bind).isLoopbackAddress()) {
                given.mistake("HUB_BIND is " + bind + ", which other machines can reach: set HUB_TLS_CERT and HUB_TLS_KEY, "
                        + "or HUB_BEHIND_PROXY=true when a proxy in front has the certificate.");
            }
        } catch (UnknownHostException e) {
            given.mistake("HUB_BIND is " + bind + ", which is no address of this machine.");
        }
        return bind;
    }

    private Optional<StartSettings.SignIn> signIn() {
        if (mode.isDemo()) {
            return Optional.empty();
        }
        for (HubOption option : List.of(HubOption.HUB_OIDC_ISSUER, HubOption.HUB_OIDC_CLIENT_ID, HubOption.HUB_OIDC_CLIENT_SECRET)) {
            if (given.text(option).isEmpty()) {
                given.mistake(option + " is not set: 'ehub run' needs it for sign-in (to look around without, use 'ehub demo').");
            }
        }
        return given.read(HubOption.HUB_OIDC_ISSUER, URI::create, "an address")
                .map(issuer -> new StartSettings.SignIn(issuer, given.text(HubOption.HUB_OIDC_CLIENT_ID).orElse(""), given.text(HubOption.HUB_OIDC_CLIENT_SECRET).orElse("")));
    }

    private Optional<Instant> clock() {
        Optional<Instant> clock = given.read(HubOption.HUB_CLOCK, Instant::parse, "an instant such as 2026-11-23T08:40:00Z");
        if (mode == HubMode.RUN && clock.isPresent()) {
            given.mistake("HUB_CLOCK is set: 'ehub run' works by real time only. Unset it.");
        }
        return clock;
    }
}
