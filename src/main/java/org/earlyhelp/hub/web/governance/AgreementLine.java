package org.earlyhelp.hub.web.governance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.sharing.Agreement;

/**
 * An agreement as the list writes it.
 *
 * @param ending whether it ends or is to be reviewed soon, has ended or has not begun: what an officer looks at first
 */
record AgreementLine(String agency, String name, String ref, String feeds, String standing, String review, String end, boolean ending) {
    private static final int SOON_DAYS = 90;

    static AgreementLine of(Agreement agreement, LocalDate today) {
        boolean quiet = agreement.standingOn(today) == Agreement.Standing.IN_FORCE && isFar(agreement.end(), today) && isFar(agreement.review(), today);
        return new AgreementLine(agreement.agency(), agreement.name(), agreement.id() + " v" + agreement.version(), String.join(", ", agreement.feeds().keySet()),
                words(agreement, today), PlainTime.of(agreement.review()), PlainTime.of(agreement.end()), !quiet);
    }

    private static boolean isFar(LocalDate day, LocalDate today) {
        return ChronoUnit.DAYS.between(today, day) > SOON_DAYS;
    }

    /** How it stands on that day. */
    static String words(Agreement agreement, LocalDate today) {
        return switch (agreement.standingOn(today)) {
            case NOT_BEGUN -> "not begun: every file is held and nothing disclosed";
            case IN_FORCE -> "in force";
            case GRACE -> "ended, in its days of grace until " + PlainTime.of(agreement.graceUntil());
            case LAPSED -> "ended: bulk files and disclosures at level 2 and 3 are held";
            case NONE -> "none";
        };
    }
}
