package org.earlyhelp.hub.embedded.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.earlyhelp.hub.intake.foreign.ForeignAccounts;
import org.earlyhelp.hub.kernel.HubSettings;

/**
 * The settings of one start, checked. An absent external part means the embedded one.
 *
 * @param home         the checkout, where the samples lie; absolute
 * @param sftpIdle     the embedded SFTP server ends a session from which nothing comes for so long
 * @param brokerCa     certificates by which an external broker is believed, read and found in order; empty = those that Java knows
 * @param linkageModel file of the weights, read and found in order; empty = those the hub comes with
 * @param traces       where traces are sent, an OpenTelemetry collector's address; empty = none are made
 * @param outside      who keeps the sharing log's checkpoints out of the hub's reach, and who is told of alarms
 * @param duty         how the front door works, as text of each setting, found in order
 * @param clock        the instant HUB_CLOCK names
 */
public record StartSettings(HubMode mode, Path home, HubSettings hub, Ports ports, Duration sftpIdle, String bind, Optional<External> database, Optional<External> broker,
                            Optional<Path> brokerCa, Optional<ForeignSftp> sftp, Optional<Certificate> certificate, boolean behindProxy, Optional<SignIn> signIn,
                            Optional<Path> linkageModel, Optional<URI> traces, Outside outside, Map<HubOption, String> duty, Optional<Instant> clock) {
    public StartSettings {
        duty = Map.copyOf(duty);
    }

    /** 0 = any free port. */
    public record Ports(int http, int sftp, int broker) {
    }

    /** A server outside. The password is a secret: never printed. */
    public record External(String url, String user, String password) {
        @Override
        public String toString() {
            return user + " at " + url;
        }
    }

    /** Where the database is: outside, or below the data folder behind passwords of the key folder. */
    public record Store(Optional<External> external, Path dataDir, Path keyDir) {
    }

    /** An SFTP server outside, and the hub's accounts on it. */
    public record ForeignSftp(String host, ForeignAccounts accounts) {
    }

    /** Where the sharing log's checkpoints go; the witness's key is known when its address is, the mail server when something is mailed. */
    public record Outside(Optional<URI> witness, Optional<String> witnessKey, Optional<Path> checkpoints, Optional<String> checkpointMail, Optional<Mail> mail, Told alarms, Told managers,
                          Told outOfHours) {
    }

    /** How somebody outside is told, as a webhook and by mail. The address of a webhook often holds a secret: never printed. */
    public record Told(Optional<URI> webhook, Optional<String> mail) {
        @Override
        public String toString() {
            return mail.orElse("no mail") + (webhook.isPresent() ? " and a webhook" : "");
        }
    }

    /** How the hub sends mail. The password is never printed. */
    public record Mail(URI server, String from, String user, String password) {
        @Override
        public String toString() {
            return from + " by " + server;
        }
    }

    /** PEM files. */
    public record Certificate(Path chain, Path key) {
    }

    /** Sign-in by OpenID Connect. The secret is never printed. */
    public record SignIn(URI issuer, String clientId, String clientSecret) {
        @Override
        public String toString() {
            return clientId + " at " + issuer;
        }
    }
}
