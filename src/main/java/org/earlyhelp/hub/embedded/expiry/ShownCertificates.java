package org.earlyhelp.hub.embedded.expiry;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.earlyhelp.hub.embedded.settings.StartSettings;
import org.earlyhelp.hub.intake.expiry.Ending;
import org.earlyhelp.hub.intake.expiry.EndingSource;
import org.earlyhelp.hub.kernel.HubClock;

/** The certificates that the external broker, the external database and the sign-in service show, each called at every look. */
public final class ShownCertificates implements EndingSource {
    private static final Pattern BROKER = Pattern.compile("ssl://([^:/?,()]+):(\\d+)");
    private static final int HTTPS = 443;
    private final List<Named> servers;

    private record Named(String key, String what, TlsServer server, String then) {
    }

    private ShownCertificates(List<Named> servers) {
        this.servers = List.copyOf(servers);
    }

    /** The servers that the settings name over TLS; none is called yet. */
    public static ShownCertificates of(StartSettings settings) {
        List<Named> servers = new ArrayList<>();
        settings.broker().ifPresent(broker -> {
            for (Matcher address = BROKER.matcher(broker.url()); address.find();) {
                servers.add(new Named("broker " + address.group(1) + ":" + address.group(2), "The certificate that the broker " + address.group(1) + " shows",
                        new TlsServer(address.group(1), Integer.parseInt(address.group(2)), false),
                        "The hub refuses that broker from then on: alerts wait in the database. Ask its operator for a new one."));
            }
        });
        settings.database().flatMap(database -> DatabaseAddress.of(database.url()).server()).ifPresent(server -> servers.add(new Named("database " + server.host() + ":" + server.port(),
                "The certificate that the database server " + server.host() + " shows", server, "With sslmode=verify-full the hub refuses that server from then on, and everything waits. "
                + "Ask its operator for a new one.")));
        settings.signIn().map(StartSettings.SignIn::issuer).filter(issuer -> "https".equals(issuer.getScheme())).ifPresent(issuer -> servers.add(signIn(issuer)));
        return new ShownCertificates(servers);
    }

    private static Named signIn(URI issuer) {
        return new Named("sign-in " + issuer.getHost(), "The certificate that the sign-in service " + issuer.getHost() + " shows",
                new TlsServer(issuer.getHost(), issuer.getPort() < 0 ? HTTPS : issuer.getPort(), false), "Nobody can sign in from then on. Ask whoever runs it for a new one.");
    }

    @Override
    public Look look() {
        List<Ending> endings = new ArrayList<>();
        Set<String> unseen = new HashSet<>();
        for (Named named : servers) {
            try {
                endings.add(Ending.at(named.key(), named.what(), named.server().end(), HubClock.machineTime(), named.then(), null));
            } catch (IOException | RuntimeException e) {
                unseen.add(named.key());
            }
        }
        return new Look(endings, unseen);
    }
}
