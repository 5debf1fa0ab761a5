package org.earlyhelp.hub.web.governance.unusual;

import java.util.List;
import org.earlyhelp.hub.page.PlainTime;
import org.earlyhelp.hub.web.governance.unusual.UnusualAccess.Review;

/**
 * One finding in words.
 *
 * @param entries ids of entries of the log
 * @param mine    it is about the viewer's own account: somebody else looks at it
 */
record UnusualLine(long id, String title, String why, String who, String when, String subject, List<String> entries, List<String> reviews, boolean waits, boolean mine) {
    static UnusualLine of(UnusualAccess access, String viewer) {
        return new UnusualLine(access.id(), title(access), why(access), access.account() + " (" + access.role() + ")",
                PlainTime.of(access.firstAt()) + (access.firstAt().equals(access.lastAt()) ? "" : " to " + PlainTime.of(access.lastAt())),
                access.subject().isEmpty() ? null : access.subject(), access.entries(), access.reviews().stream().map(UnusualLine::words).toList(),
                access.waits(), access.account().equals(viewer));
    }

    static String title(UnusualAccess access) {
        return switch (access.rule()) {
            case OWN_SURNAME -> "Own surname";
            case NO_INVOLVEMENT -> "No involvement";
            case OUT_OF_HOURS -> "Out of hours";
            case MANY_VIEWS -> "Many cases";
            case BREAK_GLASS -> "Emergency access";
        };
    }

    private static String why(UnusualAccess access) {
        String pages = access.acts() == 1 ? "one page" : access.acts() + " pages";
        return switch (access.rule()) {
            case OWN_SURNAME -> "Opened " + pages + " of somebody whose household has a surname like the account's.";
            case NO_INVOLVEMENT -> "Opened " + pages + " of a family without an alert in 12 months, about whom nobody had asked this account in 30 days and no question of who is who was open.";
            case OUT_OF_HOURS -> "Opened " + pages + " outside the usual hours.";
            case MANY_VIEWS -> "Opened " + pages + " of cases on one day.";
            case BREAK_GLASS -> "Opened pages in an emergency that the role does not open: " + access.acts() + (access.acts() == 1 ? " act." : " acts.");
        };
    }

    private static String words(Review review) {
        String found = switch (review.outcome()) {
            case JUSTIFIED -> "Justified";
            case QUERY -> "Asked about";
            case WRONG -> "Not justified";
        };
        return found + ", by " + review.by() + ", " + PlainTime.of(review.at()) + (review.note().isEmpty() ? "" : ": " + review.note());
    }
}
