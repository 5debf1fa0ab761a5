package org.earlyhelp.hub.embedded.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.earlyhelp.hub.intake.foreign.ForeignAccounts;
import org.earlyhelp.hub.kernel.Checked;

/** Reads where servers of the council's own stand in for those that the hub brings along: database, broker and SFTP. */
final class ServersReader {
    private final GivenSettings given;
    private final HubMode mode;

    ServersReader(GivenSettings given, HubMode mode) {
        this.given = given;
        this.mode = mode;
    }

    /** Empty = the hub's own. */
    Optional<StartSettings.External> database() {
        return external(HubOption.HUB_DB_URL, HubOption.HUB_DB_USER, HubOption.HUB_DB_PASSWORD, "jdbc:postgresql:");
    }

    /** Empty = the hub's own. */
    Optional<StartSettings.External> broker() {
        Optional<StartSettings.External> broker = external(HubOption.HUB_BROKER_URL, HubOption.HUB_BROKER_USER, HubOption.HUB_BROKER_PASSWORD, "");
        broker.ifPresent(server -> BrokerAddress.readableOnTheWay(server.url()).forEach(address -> given.mistake("HUB_BROKER_URL names " + address
                + ", which is on another machine: the password and all messages could be read on the way. Name it with ssl:// instead.")));
        return broker;
    }

    /** Who vouches for the broker's certificate; empty = whoever this machine trusts. */
    Optional<Path> brokerCa() {
        Optional<Path> file = given.file(HubOption.HUB_BROKER_CA).filter(Files::isReadable);
        if (file.isPresent() && !given.text(HubOption.HUB_BROKER_URL).orElse("").contains("ssl://")) {
            given.mistake("HUB_BROKER_CA is set, so HUB_BROKER_URL must be an address with ssl://");
        }
        try {
            file.ifPresent(TrustedCertificates::read);
        } catch (IllegalArgumentException e) {
            given.mistake("HUB_BROKER_CA is " + file.get() + ": " + e.getMessage() + ".");
        }
        return file;
    }

    /** The server and the accounts there from which files are fetched; empty = agencies sign in at the hub. */
    Optional<StartSettings.ForeignSftp> sftp() {
        if (given.text(HubOption.HUB_SFTP_HOST).isEmpty()) {
            return Optional.empty();
        }
        given.needs(HubOption.HUB_SFTP_HOST, HubOption.HUB_SFTP_ACCOUNTS);
        if (mode == HubMode.DEMO) {
            given.mistake("HUB_SFTP_HOST is set: 'ehub demo' drops its samples into its own SFTP server. Unset it, or use 'ehub demo --empty'.");
        }
        return given.file(HubOption.HUB_SFTP_ACCOUNTS).filter(Files::isReadable).flatMap(this::foreignAccounts)
                .map(accounts -> new StartSettings.ForeignSftp(given.text(HubOption.HUB_SFTP_HOST).get(), accounts));
    }

    private Optional<ForeignAccounts> foreignAccounts(Path file) {
        Checked<ForeignAccounts> accounts = ForeignAccounts.read(file, given.environment());
        accounts.faults().forEach(fault -> given.mistake("HUB_SFTP_ACCOUNTS: " + fault));
        return accounts.asOptional();
    }

    private Optional<StartSettings.External> external(HubOption url, HubOption user, HubOption password, String scheme) {
        if (given.text(url).isEmpty()) {
            return Optional.empty();
        }
        if (!given.text(url).get().startsWith(scheme)) {
            given.mistake(url + " must begin with " + scheme);
        }
        given.needs(url, user);
        given.needs(url, password);
        return Optional.of(new StartSettings.External(given.text(url).get(), given.text(user).orElse(""), given.text(password).orElse("")));
    }
}
