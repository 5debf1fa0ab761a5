package org.earlyhelp.hub.web.papers;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Whole civil days, both included; at most {@link #LIMIT_DAYS}. */
record AuditPeriod(LocalDate from, LocalDate to) {
    static final int LIMIT_DAYS = 731;

    /** What was asked for; the last full month where nothing was. Throws a bad request with what is wrong. */
    static AuditPeriod of(String from, String to, LocalDate today) {
        LocalDate month = today.withDayOfMonth(1).minusMonths(1);
        AuditPeriod period = new AuditPeriod(day(from, month), day(to, month.plusMonths(1).minusDays(1)));
        if (period.to.isBefore(period.from) || period.from.plusDays(LIMIT_DAYS).isBefore(period.to)) {
            throw refused("The last day must not lie before the first, nor more than " + LIMIT_DAYS + " days after it.");
        }
        return period;
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        try {
            return text == null || text.isBlank() ? otherwise : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw refused("A day is written as 2026-11-30.");
        }
    }

    private static ResponseStatusException refused(String why) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, why);
    }
}
