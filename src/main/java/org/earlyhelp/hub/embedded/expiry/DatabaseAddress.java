package org.earlyhelp.hub.embedded.expiry;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** What the address of a database says of its line, as the driver reads it. */
record DatabaseAddress(Properties parts) {
    private static final Set<String> PLAIN = Set.of("disable", "allow");

    /** Nothing is known of an address that the driver does not understand. */
    static DatabaseAddress of(String url) {
        Properties parts = Driver.parseURL(url, null);
        return new DatabaseAddress(parts == null ? new Properties() : parts);
    }

    /** A file that the address names; empty when it names none. */
    Optional<Path> file(String parameter) {
        try {
            return Optional.ofNullable(parts.getProperty(parameter)).filter(name -> !name.isBlank()).map(Path::of);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Where a server answers that is asked for TLS; empty where the line stays plain, and with several servers. */
    Optional<TlsServer> server() {
        String host = parts.getProperty(PGProperty.PG_HOST.getName(), "");
        String mode = parts.getProperty(PGProperty.SSL_MODE.getName(), "");
        boolean plain = mode.isEmpty() ? !parts.containsKey(PGProperty.SSL.getName()) : PLAIN.contains(mode);
        return host.isEmpty() || host.contains(",") || plain ? Optional.empty()
                : Optional.of(new TlsServer(host, Integer.parseInt(parts.getProperty(PGProperty.PG_PORT.getName(), "5432")), true));
    }
}
