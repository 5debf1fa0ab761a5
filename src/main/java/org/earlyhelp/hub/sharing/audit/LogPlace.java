package org.earlyhelp.hub.sharing.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the log, newest first: entries before it are older, and of one moment those written earlier. */
public record LogPlace(Instant at, long ordinal) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,17})-([0-9]{1,18})");
    private static final long MICROS_A_SECOND = 1_000_000;

    /** As an address carries it: microseconds since 1970 and the ordinal. */
    public String text() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + ordinal;
    }

    /** Empty when it is no place of a log. */
    public static Optional<LogPlace> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long micros = Long.parseLong(parts.group(1));
        return Optional.of(new LogPlace(Instant.ofEpochSecond(micros / MICROS_A_SECOND, micros % MICROS_A_SECOND * 1_000), Long.parseLong(parts.group(2))));
    }
}
