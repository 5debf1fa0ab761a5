package org.earlyhelp.hub.cli.outside;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a hub finds outside itself instead of its embedded parts. Closing it stops them.
 *
 * @param settings further settings of its environment, by name; they win over what points to the parts
 */
public record Surroundings(Optional<OutsideDatabase> database, Optional<OutsideBroker> broker, Map<String, String> settings) implements AutoCloseable {
    public Surroundings {
        settings = Map.copyOf(settings);
    }

    /** Everything embedded. */
    public static Surroundings none() {
        return new Surroundings(Optional.empty(), Optional.empty(), Map.of());
    }

    /** Everything embedded, with those further settings. */
    public static Surroundings of(Map<String, String> settings) {
        return new Surroundings(Optional.empty(), Optional.empty(), settings);
    }

    /** The settings that point a hub there. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        database.map(OutsideDatabase::address).ifPresent(address -> environment.putAll(
                Map.of("HUB_DB_URL", address.url(), "HUB_DB_USER", address.user(), "HUB_DB_PASSWORD", address.password())));
        broker.ifPresent(server -> {
            environment.putAll(Map.of("HUB_BROKER_URL", server.url(), "HUB_BROKER_USER", BrokerProgram.HUB, "HUB_BROKER_PASSWORD", server.hubPassword()));
        });
        environment.putAll(settings);
        return environment;
    }

    @Override
    public void close() {
        broker.ifPresent(OutsideBroker::close);
        database.ifPresent(OutsideDatabase::close);
    }
}
