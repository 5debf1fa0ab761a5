package org.earlyhelp.hub.embedded.settings;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.earlyhelp.hub.kernel.StartFailure;

/** The settings as somebody gave them, each read as what it should be. Gathers all mistakes; a secret is never repeated. Not thread-safe. */
final class GivenSettings {
    private static final int HIGHEST_PORT = 65_535;
    private final Map<String, String> environment;
    private final Map<String, String> defaults;
    private final List<String> mistakes = new ArrayList<>();

    /** {@code defaults} by property, for what the environment leaves out. */
    GivenSettings(Map<String, String> environment, Map<String, String> defaults) {
        this.environment = environment;
        this.defaults = defaults;
    }

    Map<String, String> environment() {
        return environment;
    }

    /** Notes a mistake in a sentence for whoever starts the hub. */
    void mistake(String sentence) {
        mistakes.add(sentence);
    }

    /** What the environment says, else the default; empty when both say nothing. */
    Optional<String> text(HubOption option) {
        String given = environment.getOrDefault(option.name(), "").strip();
        return Optional.of(given.isEmpty() ? defaults.getOrDefault(option.property(), "") : given).filter(value -> !value.isEmpty());
    }

    /** As {@code parse} reads it; what that throws is a mistake, told as "… is not {@code expected}". */
    <T> Optional<T> read(HubOption option, Function<String, T> parse, String expected) {
        try {
            return text(option).map(parse);
        } catch (IllegalArgumentException | DateTimeException e) {
            mistake(option + shown(option) + " is not " + expected + ".");
            return Optional.empty();
        }
    }

    private String shown(HubOption option) {
        return option.isSecret() ? "" : " '" + text(option).orElse("") + "'";
    }

    int port(HubOption option) {
        return read(option, given -> {
            int port = Integer.parseInt(given);
            if (port < 0 || port > HIGHEST_PORT) {
                throw new IllegalArgumentException();
            }
            return port;
        }, "a port: a whole number from 0 (any free port) to " + HIGHEST_PORT).orElse(0);
    }

    /** Whole seconds within limits; the least of them when it is a mistake. */
    Duration seconds(HubOption option, int least, int most) {
        return Duration.ofSeconds(read(option, given -> {
            int seconds = Integer.parseInt(given);
            if (seconds < least || seconds > most) {
                throw new IllegalArgumentException();
            }
            return seconds;
        }, "a number of seconds from " + least + " to " + most).orElse(least));
    }

    Optional<Path> path(HubOption option) {
        return read(option, given -> {
            try {
                return Path.of(given);
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException(e);
            }
        }, "a path");
    }

    /** An absolute path; a file that cannot be read is a mistake, and given all the same. */
    Optional<Path> file(HubOption option) {
        Optional<Path> file = path(option).map(given -> given.toAbsolutePath().normalize());
        if (file.isPresent() && !Files.isReadable(file.get())) {
            mistake(option + " is " + file.get() + ", which cannot be read.");
        }
        return file;
    }

    boolean truth(HubOption option) {
        return read(option, given -> switch (given) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        }, "true or false").orElse(false);
    }

    /** Notes a mistake when the second is not set beside the first. */
    void needs(HubOption given, HubOption needed) {
        if (text(needed).isEmpty()) {
            mistake(given + " is set, so " + needed + " must be set too.");
        }
    }

    /** Notes what begins as the name of a setting does and is none: nobody would heed it. */
    void noteUnknown() {
        environment.keySet().stream().filter(HubOption::isMistaken).sorted().forEach(name -> mistake(name + " is no setting of the hub: is it misspelt? src/docs/runbook/start-and-stop.md lists all."));
    }

    /** Throws StartFailure with a line for each mistake, if there is any. */
    void refuseMistakes() {
        if (!mistakes.isEmpty()) {
            throw new StartFailure(String.join(System.lineSeparator(), mistakes));
        }
    }
}
