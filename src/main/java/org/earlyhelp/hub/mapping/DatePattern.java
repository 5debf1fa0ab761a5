package org.earlyhelp.hub.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.earlyhelp.hub.kernel.London;

/**
 * One way of writing dates and times: a pattern such as {@code dd/MM/yyyy HH:mm}, or the word {@code iso}
 * (2026-11-18T21:30, with or without offset or time) or {@code hl7} (20261118213000+0000, shortened at will).
 * Impossible dates such as 31 February are refused. Immutable and thread-safe.
 */
final class DatePattern {
    private static final Pattern NUMBERS_ONLY = Pattern.compile("(dd|MM|yyyy)([^A-Za-z']?)(dd|MM|yyyy)([^A-Za-z']?)(dd|MM|yyyy)");
    private static final Pattern HL7 = Pattern.compile(
            "(\\d{4})-?(\\d{2})-?(\\d{2})(?:[ T]?(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:\\.\\d{1,9})?)?)?([+-]\\d{2}:?\\d{2})?\\+?");
    private static final String ISO = "uuuu-MM-dd['T'HH:mm[:ss][.SSSSSSSSS][.SSSSSSSS][.SSSSSSS][.SSSSSS][.SSSSS][.SSSS][.SSS][.SS][.S]"
            + "[XXX][XX][X]][ HH:mm[:ss][.SSSSSS][.SSS][XXX]]";

    private final String declared;
    private final DateTimeFormatter formatter;
    private final int[] positions;

    private DatePattern(String declared, DateTimeFormatter formatter, int[] positions) {
        this.declared = declared;
        this.formatter = formatter;
        this.positions = positions;
    }

    /** Throws IllegalArgumentException when it is no pattern of dates, or one whose years have two digits. */
    static DatePattern of(String declared) {
        if (declared.equals("hl7")) {
            return new DatePattern(declared, null, null);
        }
        String pattern = declared.equals("iso") ? ISO : declared.replace('y', 'u');
        if (!pattern.contains("uuuu") || !pattern.contains("d")) {
            throw new IllegalArgumentException("a date pattern needs a day, a month and a year of four digits (yyyy)");
        }
        DateTimeFormatter formatter = new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern)
                .toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
        return new DatePattern(declared, formatter, positions(declared));
    }

    /** The pattern in words for a sender. */
    String inWords() {
        return switch (declared) {
            case "iso" -> "yyyy-MM-dd or yyyy-MM-ddTHH:mm:ss";
            case "hl7" -> "yyyyMMdd or yyyyMMddHHmmss";
            default -> declared;
        };
    }

    /** The date as this pattern writes it, at noon in London where it wants a time. */
    String print(LocalDate date) {
        return switch (declared) {
            case "iso" -> date.toString();
            case "hl7" -> date.format(DateTimeFormatter.BASIC_ISO_DATE);
            default -> formatter.format(date.atTime(LocalTime.NOON).atZone(London.ZONE));
        };
    }

    /** The date, its time of day left out when it has one. */
    Optional<LocalDate> date(String text) {
        if (positions != null) {
            return numbers(text);
        }
        if (formatter == null) {
            return hl7(text).map(LocalDateTime::toLocalDate);
        }
        return parsed(text).map(LocalDate::from);
    }

    /** The instant; a time without offset is of {@code zone}, a date without time its first moment. */
    Optional<Instant> instant(String text, ZoneId zone) {
        if (formatter == null) {
            return hl7Instant(text, zone);
        }
        return parsed(text).map(at -> at instanceof OffsetDateTime exact ? exact.toInstant()
                : at instanceof LocalDateTime local ? local.atZone(zone).toInstant() : ((LocalDate) at).atStartOfDay(zone).toInstant());
    }

    private Optional<TemporalAccessor> parsed(String text) {
        try {
            return Optional.of(formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Reads digits where the pattern has them: attendance files hold two dates in each of a million rows. */
    private Optional<LocalDate> numbers(String text) {
        if (text.length() != declared.length()) {
            return Optional.empty();
        }
        int[] values = new int[3];
        for (int i = 0; i < declared.length(); i++) {
            char c = text.charAt(i);
            if (positions[i] < 0 ? c != declared.charAt(i) : c < '0' || c > '9') {
                return Optional.empty();
            }
            if (positions[i] >= 0) {
                values[positions[i]] = values[positions[i]] * 10 + c - '0';
            }
        }
        return date(values[0], values[1], values[2]);
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** For each character of the pattern: 0 year, 1 month, 2 day, -1 itself; null when it holds more than these. */
    private static int[] positions(String pattern) {
        if (!NUMBERS_ONLY.matcher(pattern).matches()) {
            return null;
        }
        return pattern.chars().map(c -> c == 'y' ? 0 : c == 'M' ? 1 : c == 'd' ? 2 : -1).toArray();
    }

    private static Optional<LocalDateTime> hl7(String text) {
        Matcher parts = HL7.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(number(parts, 1), number(parts, 2), number(parts, 3),
                    number(parts, 4), number(parts, 5), number(parts, 6)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> hl7Instant(String text, ZoneId zone) {
        Matcher parts = HL7.matcher(text);
        String offset = parts.matches() ? parts.group(7) : null;
        try {
            ZoneId at = offset == null ? zone : ZoneId.of(offset);
            return hl7(text).map(local -> local.atZone(at).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return parts.group(group) == null ? 0 : Integer.parseInt(parts.group(group));
    }
}
