package org.earlyhelp.hub.embedded.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.earlyhelp.hub.intake.foreign.ForeignAccounts;
import org.earlyhelp.hub.kernel.Checked;
import org.earlyhelp.hub.kernel.HubSettings;
import org.earlyhelp.hub.kernel.StartFailure;
import org.earlyhelp.hub.linkage.learned.ModelSource;
import org.earlyhelp.hub.sharing.log.NoteKey;
import org.earlyhelp.hub.sharing.tell.WebhookChannel;

/** Reads all settings of a start and shows all their mistakes at once. Used once. */
public final class SettingsReader {
    private static final String TRACES = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static final int HIGHEST_PORT = 65_535;
    private final Map<String, String> environment;
    private final Map<String, String> defaults;
    private final HubMode mode;
    private final List<String> mistakes = new ArrayList<>();

    private SettingsReader(HubMode mode, Map<String, String> environment, Map<String, String> defaults) {
        this.mode = mode;
        this.environment = environment;
        this.defaults = defaults;
    }

    /**
     * The settings from the environment over {@code application.yaml}. {@code checkout} is where the hub lies; relative
     * folders start at the working folder. Throws StartFailure with a line for each mistake.
     */
    public static StartSettings read(HubMode mode, Map<String, String> environment, Path checkout) {
        return new SettingsReader(mode, environment, SettingDefaults.read()).read(checkout);
    }

    /** Only the folder of the council's files, for verbs that start nothing. Throws StartFailure when it is no folder. */
    public static Path configDir(Map<String, String> environment, Path checkout) {
        SettingsReader reader = new SettingsReader(HubMode.DEMO_EMPTY, environment, SettingDefaults.read());
        Path configDir = reader.configDir(checkout);
        reader.refuseMistakes();
        return configDir;
    }

    /** Only the instant at which the clock is to stand, for verbs that start nothing; empty = real time. Throws StartFailure when it is no instant. */
    public static Optional<Instant> clock(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(HubMode.DEMO_EMPTY, environment, SettingDefaults.read());
        Optional<Instant> clock = reader.clock();
        reader.refuseMistakes();
        return clock;
    }

    /** Only the file of weights, for verbs that start nothing; empty = those the hub comes with. Throws StartFailure when it is not in order. */
    public static Optional<Path> linkageModel(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(HubMode.DEMO_EMPTY, environment, SettingDefaults.read());
        Optional<Path> file = reader.linkageModel();
        reader.refuseMistakes();
        return file;
    }

    /** Only where the database is, for verbs that start no hub. Throws StartFailure. */
    public static StartSettings.Store store(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(HubMode.DEMO_EMPTY, environment, SettingDefaults.read());
        StartSettings.Store store = new StartSettings.Store(reader.database(), reader.dataDir(), reader.keyDir());
        reader.refuseMistakes();
        return store;
    }

    private Optional<StartSettings.External> database() {
        return external(HubOption.HUB_DB_URL, HubOption.HUB_DB_USER, HubOption.HUB_DB_PASSWORD, "jdbc:postgresql:");
    }

    private Path dataDir() {
        return path(HubOption.HUB_DATA_DIR).orElse(Path.of("data")).toAbsolutePath().normalize();
    }

    private Path keyDir() {
        Path dataDir = dataDir();
        return path(HubOption.HUB_KEY_DIR).orElse(dataDir.resolveSibling(dataDir.getFileName() + "-keys")).toAbsolutePath().normalize();
    }

    private Optional<Path> linkageModel() {
        Optional<Path> file = path(HubOption.HUB_LINKAGE_MODEL).map(given -> given.toAbsolutePath().normalize());
        try {
            file.ifPresent(ModelSource::read);
        } catch (IllegalArgumentException e) {
            mistakes.add("HUB_LINKAGE_MODEL: " + e.getMessage() + ".");
        }
        return file;
    }

    private Path configDir(Path checkout) {
        Path configDir = path(HubOption.HUB_CONFIG_DIR).orElse(checkout).toAbsolutePath().normalize();
        if (!Files.isDirectory(configDir)) {
            mistakes.add("HUB_CONFIG_DIR is " + configDir + ", which is no folder.");
        }
        return configDir;
    }

    private void refuseMistakes() {
        if (!mistakes.isEmpty()) {
            throw new StartFailure(String.join(System.lineSeparator(), mistakes));
        }
    }

    private StartSettings read(Path checkout) {
        Path dataDir = dataDir();
        Path keyDir = keyDir();
        if (keyDir.startsWith(dataDir)) {
            mistakes.add("HUB_KEY_DIR must not lie inside HUB_DATA_DIR: a backup of the data would hold the keys.");
        }
        StartSettings.Ports ports = new StartSettings.Ports(port(HubOption.HUB_HTTP_PORT), port(HubOption.HUB_SFTP_PORT), port(HubOption.HUB_BROKER_PORT));
        refuseEqual(ports);
        Optional<StartSettings.External> database = database();
        Optional<StartSettings.External> broker = external(HubOption.HUB_BROKER_URL, HubOption.HUB_BROKER_USER, HubOption.HUB_BROKER_PASSWORD, "");
        Optional<Path> brokerCa = brokerCa();
        Optional<StartSettings.Certificate> certificate = certificate();
        boolean behindProxy = truth(HubOption.HUB_BEHIND_PROXY);
        String bind = bind(certificate.isPresent() || behindProxy);
        Optional<StartSettings.SignIn> signIn = signIn();
        Optional<StartSettings.ForeignSftp> sftp = foreignSftp();
        Optional<Path> linkageModel = linkageModel();
        Optional<URI> traces = traces();
        StartSettings.Outside outside = outside();
        Optional<Instant> clock = clock();
        Path configDir = configDir(checkout);
        refuseMistakes();
        HubSettings hub = new HubSettings(dataDir, configDir, keyDir, mode.isDemo());
        return new StartSettings(mode, checkout.toAbsolutePath().normalize(), hub, ports, bind, database, broker, brokerCa, sftp, certificate, behindProxy, signIn, linkageModel,
                traces, outside, clock);
    }

    /** By the name that OpenTelemetry gives it everywhere. */
    private Optional<URI> traces() {
        Optional<String> given = Optional.of(environment.getOrDefault(TRACES, "").strip()).filter(value -> !value.isEmpty());
        try {
            return given.map(SettingsReader::httpAddress);
        } catch (IllegalArgumentException e) {
            mistakes.add(TRACES + " '" + given.get() + "' is not the address of a collector such as http://collector.example:4318.");
            return Optional.empty();
        }
    }

    private Optional<String> text(HubOption option) {
        String given = environment.getOrDefault(option.name(), "").strip();
        return Optional.of(given.isEmpty() ? defaults.getOrDefault(option.property(), "") : given).filter(value -> !value.isEmpty());
    }

    private <T> Optional<T> read(HubOption option, Function<String, T> parse, String expected) {
        try {
            return text(option).map(parse);
        } catch (IllegalArgumentException | DateTimeException e) {
            mistakes.add(option + shown(option) + " is not " + expected + ".");
            return Optional.empty();
        }
    }

    private String shown(HubOption option) {
        return option.isSecret() ? "" : " '" + text(option).orElse("") + "'";
    }

    private int port(HubOption option) {
        return read(option, given -> {
            int port = Integer.parseInt(given);
            if (port < 0 || port > HIGHEST_PORT) {
                throw new IllegalArgumentException();
            }
            return port;
        }, "a port: a whole number from 0 (any free port) to " + HIGHEST_PORT).orElse(0);
    }

    private void refuseEqual(StartSettings.Ports ports) {
        if (ports.http() != 0 && (ports.http() == ports.sftp() || ports.http() == ports.broker())
                || ports.sftp() != 0 && ports.sftp() == ports.broker()) {
            mistakes.add("HUB_HTTP_PORT, HUB_SFTP_PORT and HUB_BROKER_PORT must differ.");
        }
    }

    private Optional<Path> path(HubOption option) {
        return read(option, given -> {
            try {
                return Path.of(given);
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException(e);
            }
        }, "a path");
    }

    private Optional<Path> file(HubOption option) {
        Optional<Path> file = path(option).map(given -> given.toAbsolutePath().normalize());
        if (file.isPresent() && !Files.isReadable(file.get())) {
            mistakes.add(option + " is " + file.get() + ", which cannot be read.");
        }
        return file;
    }

    private boolean truth(HubOption option) {
        return read(option, given -> switch (given) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        }, "true or false").orElse(false);
    }

    private Optional<StartSettings.External> external(HubOption url, HubOption user, HubOption password, String scheme) {
        if (text(url).isEmpty()) {
            return Optional.empty();
        }
        if (!text(url).get().startsWith(scheme)) {
            mistakes.add(url + " must begin with " + scheme);
        }
        needs(url, user);
        needs(url, password);
        return Optional.of(new StartSettings.External(text(url).get(), text(user).orElse(""), text(password).orElse("")));
    }

    private Optional<Path> brokerCa() {
        Optional<Path> file = file(HubOption.HUB_BROKER_CA).filter(Files::isReadable);
        if (file.isPresent() && !text(HubOption.HUB_BROKER_URL).orElse("").contains("ssl://")) {
            mistakes.add("HUB_BROKER_CA is set, so HUB_BROKER_URL must be an address with ssl://");
        }
        try {
            file.ifPresent(TrustedCertificates::read);
        } catch (IllegalArgumentException e) {
            mistakes.add("HUB_BROKER_CA is " + file.get() + ": " + e.getMessage() + ".");
        }
        return file;
    }

    private void needs(HubOption given, HubOption needed) {
        if (text(needed).isEmpty()) {
            mistakes.add(given + " is set, so " + needed + " must be set too.");
        }
    }

    private Optional<StartSettings.ForeignSftp> foreignSftp() {
        if (text(HubOption.HUB_SFTP_HOST).isEmpty()) {
            return Optional.empty();
        }
        needs(HubOption.HUB_SFTP_HOST, HubOption.HUB_SFTP_ACCOUNTS);
        if (mode == HubMode.DEMO) {
            mistakes.add("HUB_SFTP_HOST is set: 'ehub demo' drops its samples into its own SFTP server. Unset it, or use 'ehub demo --empty'.");
        }
        return file(HubOption.HUB_SFTP_ACCOUNTS).filter(Files::isReadable).flatMap(this::foreignAccounts)
                .map(accounts -> new StartSettings.ForeignSftp(text(HubOption.HUB_SFTP_HOST).get(), accounts));
    }

    private Optional<ForeignAccounts> foreignAccounts(Path file) {
        Checked<ForeignAccounts> accounts = ForeignAccounts.read(file, environment);
        accounts.faults().forEach(fault -> mistakes.add("HUB_SFTP_ACCOUNTS: " + fault));
        return accounts.asOptional();
    }

    private Optional<StartSettings.Certificate> certificate() {
        Optional<Path> chain = file(HubOption.HUB_TLS_CERT);
        Optional<Path> key = file(HubOption.HUB_TLS_KEY);
        if (chain.isPresent() != key.isPresent()) {
            mistakes.add("HUB_TLS_CERT and HUB_TLS_KEY go together: one of them is not set.");
        }
        return chain.isPresent() && key.isPresent() ? Optional.of(new StartSettings.Certificate(chain.get(), key.get())) : Optional.empty();
    }

    private String bind(boolean encrypted) {
        String bind = text(HubOption.HUB_BIND).orElse("127.0.0.1");
        try {
            if (!encrypted && !InetAddress.getByName(bind).isLoopbackAddress()) {
                mistakes.add("HUB_BIND is " + bind + ", which other machines can reach: set HUB_TLS_CERT and HUB_TLS_KEY, "
                        + "or HUB_BEHIND_PROXY=true when a proxy in front has the certificate.");
            }
        } catch (UnknownHostException e) {
            mistakes.add("HUB_BIND is " + bind + ", which is no address of this machine.");
        }
        return bind;
    }

    private Optional<StartSettings.SignIn> signIn() {
        if (mode.isDemo()) {
            return Optional.empty();
        }
        for (HubOption option : List.of(HubOption.HUB_OIDC_ISSUER, HubOption.HUB_OIDC_CLIENT_ID, HubOption.HUB_OIDC_CLIENT_SECRET)) {
            if (text(option).isEmpty()) {
                mistakes.add(option + " is not set: 'ehub run' needs it for sign-in (to look around without, use 'ehub demo').");
            }
        }
        return read(HubOption.HUB_OIDC_ISSUER, URI::create, "an address")
                .map(issuer -> new StartSettings.SignIn(issuer, text(HubOption.HUB_OIDC_CLIENT_ID).orElse(""), text(HubOption.HUB_OIDC_CLIENT_SECRET).orElse("")));
    }

    private StartSettings.Outside outside() {
        Optional<URI> witness = read(HubOption.HUB_WITNESS_URL, SettingsReader::httpAddress, "an address such as http://witness.example:7380");
        Optional<String> key = read(HubOption.HUB_WITNESS_KEY, given -> NoteKey.parse(given).map(NoteKey::vkey).orThrow(), "the key line that 'ehub witness' prints");
        if (text(HubOption.HUB_WITNESS_URL).isPresent()) {
            needs(HubOption.HUB_WITNESS_URL, HubOption.HUB_WITNESS_KEY);
        }
        Optional<Path> folder = path(HubOption.HUB_CHECKPOINT_DIR).map(given -> given.toAbsolutePath().normalize());
        folder.filter(given -> !Files.isDirectory(given)).ifPresent(given -> mistakes.add("HUB_CHECKPOINT_DIR is " + given + ", which is no folder."));
        return new StartSettings.Outside(witness, key, folder, text(HubOption.HUB_CHECKPOINT_MAIL), mail(),
                told(HubOption.HUB_ALARM_WEBHOOK, HubOption.HUB_ALARM_MAIL), told(HubOption.HUB_MANAGER_WEBHOOK, HubOption.HUB_MANAGER_MAIL),
                told(HubOption.HUB_OUT_OF_HOURS_WEBHOOK, HubOption.HUB_OUT_OF_HOURS_MAIL));
    }

    private StartSettings.Told told(HubOption webhook, HubOption mail) {
        return new StartSettings.Told(read(webhook, SettingsReader::webhook, "an address such as https://alarms.example/hub; http goes to this machine only"), text(mail));
    }

    private static URI webhook(String given) {
        URI address = URI.create(given);
        if (!WebhookChannel.mayBeCalled(address)) {
            throw new IllegalArgumentException();
        }
        return address;
    }

    private Optional<StartSettings.Mail> mail() {
        Optional<URI> server = read(HubOption.HUB_MAIL_SERVER, SettingsReader::mailServer, "a mail server such as smtp://mail.example:25");
        List<HubOption> mailed = Stream.of(HubOption.HUB_CHECKPOINT_MAIL, HubOption.HUB_ALARM_MAIL, HubOption.HUB_MANAGER_MAIL, HubOption.HUB_OUT_OF_HOURS_MAIL)
                .filter(option -> text(option).isPresent()).toList();
        mailed.forEach(option -> {
            needs(option, HubOption.HUB_MAIL_SERVER);
            needs(option, HubOption.HUB_MAIL_FROM);
        });
        return mailed.isEmpty() || server.isEmpty() ? Optional.empty() : Optional.of(new StartSettings.Mail(server.get(),
                text(HubOption.HUB_MAIL_FROM).orElse(""), text(HubOption.HUB_MAIL_USER).orElse(""), text(HubOption.HUB_MAIL_PASSWORD).orElse("")));
    }

    private static URI mailServer(String given) {
        URI server = URI.create(given);
        if (server.getHost() == null || server.getPort() < 1 || !List.of("smtp", "smtps").contains(server.getScheme())) {
            throw new IllegalArgumentException();
        }
        return server;
    }

    private static URI httpAddress(String given) {
        URI address = URI.create(given);
        if (address.getHost() == null || !List.of("http", "https").contains(address.getScheme())) {
            throw new IllegalArgumentException();
        }
        return address;
    }

    private Optional<Instant> clock() {
        Optional<Instant> clock = read(HubOption.HUB_CLOCK, Instant::parse, "an instant such as 2026-11-23T08:40:00Z");
        if (mode == HubMode.RUN && clock.isPresent()) {
            mistakes.add("HUB_CLOCK is set: 'ehub run' works by real time only. Unset it.");
        }
        return clock;
    }
}
