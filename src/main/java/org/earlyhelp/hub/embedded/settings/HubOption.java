package org.earlyhelp.hub.embedded.settings;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Every setting of the hub: its fixed name in the environment, what it means to the operator, and whether it is a secret.
 * Its default stands in {@code application.yaml} under the same name in small letters: {@code hub.http-port} for
 * {@code HUB_HTTP_PORT}. The runbook's table is made from this list.
 */
public enum HubOption {
    HUB_HTTP_PORT("port of the web pages and the API; 0 = any free port"),
    HUB_SFTP_PORT("port of the embedded SFTP server; 0 = any free port; without use when HUB_SFTP_HOST is set"),
    HUB_SFTP_IDLE_SECONDS("seconds after which the embedded SFTP server ends a session from which nothing comes, 10 to 86400: what it was sending is cut"),
    HUB_BROKER_PORT("port of the embedded broker (OpenWire, tcp://, this machine only); 0 = any free port"),
    HUB_DATA_DIR("folder of all that the embedded parts keep: database, broker journal, SFTP homes, logs"),
    HUB_DB_URL("address of an external PostgreSQL (jdbc:postgresql://…); empty = the embedded one"),
    HUB_DB_USER("its user"),
    HUB_DB_PASSWORD("its password", true),
    HUB_BROKER_URL("address of an external broker (ActiveMQ Classic, or Artemis over OpenWire); empty = the embedded one"),
    HUB_BROKER_USER("its user"),
    HUB_BROKER_PASSWORD("its password", true),
    HUB_BROKER_CA("file of the certificates (PEM) by which a broker at ssl://… is believed; empty = those that Java knows"),
    HUB_SFTP_HOST("an external SFTP server to pull from; empty = the embedded one"),
    HUB_SFTP_ACCOUNTS("file of the hub's accounts on that server and of its host keys (external-sftp.md)"),
    HUB_CONFIG_DIR("folder of routes, mappings, rules and agreements; empty = the checkout"),
    HUB_KEY_DIR("folder of signing and encryption keys; empty = beside the data folder, its name + -keys; never inside it"),
    HUB_LINKAGE_MODEL("file of the weights by which people are matched, made by 'ehub retrain'; empty = those the hub comes with"),
    HUB_WITNESS_URL("address of the witness that cosigns the sharing log, such as http://witness.example:7380; empty = no witness"),
    HUB_WITNESS_KEY("its key, the line that 'ehub witness' prints"),
    HUB_CHECKPOINT_DIR("folder outside the hub that gets a checkpoint of the sharing log each day; empty = none"),
    HUB_CHECKPOINT_MAIL("address that gets a checkpoint of the sharing log each day; empty = none"),
    HUB_ALARM_WEBHOOK("address that is told of alarms by a POST of JSON, https://… (http on this machine only); empty = none", true),
    HUB_ALARM_MAIL("addresses, parted by commas, that are told of alarms; empty = none"),
    HUB_MANAGER_MAIL("addresses, parted by commas, of the front door's managers: told when half the time to acknowledge an alert is gone; empty = pages only"),
    HUB_MANAGER_WEBHOOK("address that is told the same by a POST of JSON; empty = none", true),
    HUB_OUT_OF_HOURS_MAIL("addresses of the contact out of hours: told when an alert is not acknowledged in time, or nobody reads level 4; empty = pages only"),
    HUB_OUT_OF_HOURS_WEBHOOK("address that is told the same by a POST of JSON, such as a service that rings somebody; empty = none", true),
    HUB_ALERT_EARLY_HELP_ACKNOWLEDGE_WITHIN("how long early help has to acknowledge an alert, such as 24h"),
    HUB_ALERT_EARLY_HELP_DECIDE_WITHIN("how long until the referrer must know the outcome, such as 48h"),
    HUB_ALERT_EARLY_HELP_DAILY_CEILING("alerts a day for early help, what is over it waits (go-live.md); empty = none"),
    HUB_ALERT_FRONT_DOOR_OPEN("hours of working days in which those two count, such as 08:30-17:00, or 00:00-24:00 for whole working days; empty = every hour of every day"),
    HUB_ALERT_PROCLAIMED_BANK_HOLIDAYS("bank holidays beyond the yearly ones, such as 2027-05-10,2027-06-21; empty = none"),
    HUB_FRONT_DOOR_CLOSES_AT("when the front door's working day ends unless it says so itself"),
    HUB_GOVERNANCE_USUAL_HOURS("hours of working days in which opening a case is usual, such as 07:30-19:00; empty = HUB_ALERT_FRONT_DOOR_OPEN, else 07:00-20:00"),
    HUB_GOVERNANCE_MANY_CASES("more cases opened by one account on one day are many"),
    HUB_MAIL_SERVER("server that takes mail, smtp://host:25 or smtps://host:465; needed for mail"),
    HUB_MAIL_FROM("sender of the hub's mail"),
    HUB_MAIL_USER("the hub's account at the mail server; empty = none"),
    HUB_MAIL_PASSWORD("its password, sent over TLS only", true),
    HUB_BIND("address to listen on; any but this machine's own needs a certificate and key, or a proxy that has them"),
    HUB_TLS_CERT("file of the certificate chain (PEM)"),
    HUB_TLS_KEY("file of its private key (PEM)"),
    HUB_BEHIND_PROXY("true when a proxy in front has the certificate"),
    HUB_OIDC_ISSUER("address of the sign-in service (OpenID Connect); 'run' needs it"),
    HUB_OIDC_CLIENT_ID("the hub's name at the sign-in service"),
    HUB_OIDC_CLIENT_SECRET("the hub's secret at the sign-in service", true),
    HUB_CLOCK("instant (2026-11-23T08:40:00Z) at which the hub's clock starts; for demonstrations only");

    private static final String PREFIX = "HUB_";
    private final String meaning;
    private final boolean secret;

    HubOption(String meaning) {
        this(meaning, false);
    }

    HubOption(String meaning, boolean secret) {
        this.meaning = meaning;
        this.secret = secret;
    }

    /** Whether the name begins with the same two words as one of these, as HUB_ALERT_ does, and is none of them. */
    static boolean isMistaken(String name) {
        List<String> names = Stream.of(values()).map(Enum::name).toList();
        return !names.contains(name) && names.stream().map(one -> one.indexOf('_', PREFIX.length()) < 0 ? one : one.substring(0, one.indexOf('_', PREFIX.length()) + 1))
                .anyMatch(name::startsWith);
    }

    /** One sentence for the operator. */
    public String meaning() {
        return meaning;
    }

    /** Never printed, never logged. */
    public boolean isSecret() {
        return secret;
    }

    /** The name in {@code application.yaml} and for Spring. */
    public String property() {
        return "hub." + name().substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
