package org.earlyhelp.hub.cli.match;

import java.text.ParsePosition;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/**
 * How dates are written, as a pattern of {@link DateTimeFormatter} with year, month and day. Every digit must be there:
 * {@code 1981-2-3} is no {@code yyyy-MM-dd}.
 */
final class BirthPattern {
    private static final LocalDate ANY_DAY = LocalDate.of(2001, 2, 3);
    private final DateTimeFormatter formatter;

    private BirthPattern(DateTimeFormatter formatter) {
        this.formatter = formatter;
    }

    /** The pattern; empty when it is none, or does not hold year, month and day. */
    static Optional<BirthPattern> of(String pattern) {
        try {
            BirthPattern made = new BirthPattern(new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(Locale.ENGLISH));
            return made.read(ANY_DAY.format(made.formatter)) == null ? Optional.empty() : Optional.of(made);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Eight digits, year first, even of an impossible date such as 30 February, so that it is compared digit by digit;
     * a text that is not of the pattern as it was sent.
     */
    String yearFirst(String text) {
        String digits = read(text);
        return digits == null ? text : digits;
    }

    private String read(String text) {
        ParsePosition at = new ParsePosition(0);
        TemporalAccessor parts = formatter.parseUnresolved(text, at);
        if (parts == null || at.getIndex() < text.length() || !parts.isSupported(ChronoField.MONTH_OF_YEAR) || !parts.isSupported(ChronoField.DAY_OF_MONTH)) {
            return null;
        }
        ChronoField year = parts.isSupported(ChronoField.YEAR) ? ChronoField.YEAR : ChronoField.YEAR_OF_ERA;
        return !parts.isSupported(year) ? null
                : digits(parts.getLong(year), 4) + digits(parts.getLong(ChronoField.MONTH_OF_YEAR), 2) + digits(parts.getLong(ChronoField.DAY_OF_MONTH), 2);
    }

    private static String digits(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
