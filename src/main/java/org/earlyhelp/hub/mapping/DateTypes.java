package org.earlyhelp.hub.mapping;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.earlyhelp.hub.kernel.Parsed;

/** Dates, dates of birth and times, in the first of some patterns that fits. */
final class DateTypes {
    /** A sender's clock may run ahead of ours by this much before a time counts as in the future. */
    static final Duration FUTURE_TOLERANCE = Duration.ofMinutes(15);
    /** An earlier date of birth is a slip of the pen, or a filler such as 01/01/1900 less a day. */
    static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);
    /** Nobody is older. */
    static final int OLDEST_YEARS = 120;

    private static final LocalDate EXAMPLE_BIRTH = LocalDate.of(2015, 4, 2);
    private static final LocalDate EXAMPLE_DATE = LocalDate.of(2025, 11, 3);

    private DateTypes() {
    }

    static ValueType<LocalDate> date(List<DatePattern> patterns, boolean mayBeFuture) {
        return new DateType(patterns, mayBeFuture, false);
    }

    static ValueType<LocalDate> birthDate(List<DatePattern> patterns) {
        return new DateType(patterns, false, true);
    }

    static ValueType<Instant> timestamp(List<DatePattern> patterns, ZoneId zone, boolean mayBeFuture) {
        return new TimestampType(patterns, zone, mayBeFuture);
    }

    private static <T> Parsed<T> unreadable() {
        return Parsed.bad("BAD_DATE", "the text is no such date");
    }

    private static <T> Parsed<T> inFuture() {
        return Parsed.bad("DATE_IN_FUTURE", "the date is in the future");
    }

    private static String inWords(List<DatePattern> patterns) {
        return patterns.stream().map(DatePattern::inWords).collect(Collectors.joining(" or "));
    }

    private record DateType(List<DatePattern> patterns, boolean mayBeFuture, boolean ofBirth) implements ValueType<LocalDate> {
        @Override
        public Parsed<LocalDate> parse(String text, MappingTime time) {
            for (DatePattern pattern : patterns) {
                Optional<LocalDate> date = pattern.date(text);
                if (date.isPresent()) {
                    return checked(date.get(), time.today());
                }
            }
            return unreadable();
        }

        private Parsed<LocalDate> checked(LocalDate date, LocalDate today) {
            if (!mayBeFuture && date.isAfter(today)) {
                return inFuture();
            }
            if (ofBirth && (date.isBefore(EARLIEST_BIRTH) || date.isBefore(today.minusYears(OLDEST_YEARS)))) {
                return Parsed.bad("BAD_DATE", "the date of birth is too long ago");
            }
            return Parsed.good(date);
        }

        @Override
        public String expected() {
            return "a date as " + inWords(patterns) + (ofBirth ? " of the last " + OLDEST_YEARS + " years" : "");
        }

        @Override
        public String example() {
            return patterns.get(0).print(ofBirth ? EXAMPLE_BIRTH : EXAMPLE_DATE);
        }

        @Override
        public boolean isDate() {
            return true;
        }
    }

    private record TimestampType(List<DatePattern> patterns, ZoneId zone, boolean mayBeFuture) implements ValueType<Instant> {
        @Override
        public Parsed<Instant> parse(String text, MappingTime time) {
            for (DatePattern pattern : patterns) {
                Optional<Instant> instant = pattern.instant(text, zone);
                if (instant.isPresent()) {
                    boolean future = !mayBeFuture && instant.get().isAfter(time.now().plus(FUTURE_TOLERANCE));
                    return future ? inFuture() : Parsed.good(instant.get());
                }
            }
            return unreadable();
        }

        @Override
        public String expected() {
            return "a time as " + inWords(patterns);
        }

        @Override
        public String example() {
            return patterns.get(0).print(EXAMPLE_DATE);
        }

        @Override
        public boolean isDate() {
            return true;
        }
    }
}
