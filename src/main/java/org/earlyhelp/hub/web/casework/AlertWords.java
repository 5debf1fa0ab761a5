package org.earlyhelp.hub.web.casework;

import java.util.stream.Stream;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertRow;
import org.earlyhelp.hub.alert.AlertStatus;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.page.PlainTime;

/** Codes of an alert in words. */
final class AlertWords {
    private AlertWords() {
    }

    static String level(int level) {
        return switch (level) {
            case 4 -> "Level 4: statutory, harm is likely";
            case 3 -> "Level 3: complex, several needs";
            case 2 -> "Level 2: targeted help";
            default -> "Level 1: universal services";
        };
    }

    static String status(AlertStatus status) {
        return switch (status) {
            case RAISED -> "Waits for somebody to acknowledge it";
            case ACKNOWLEDGED -> "Acknowledged, waits for a decision";
            case DECIDED -> "Decided";
            case CLOSED -> "Closed: another alert took over";
            case WITHDRAWN -> "Withdrawn: it no longer holds";
        };
    }

    static String pathway(String pathway) {
        return switch (pathway) {
            case "ALREADY_OPEN" -> "A worker already knows the family: pass it to them";
            case "FIRST_CONTACT" -> "First Contact, at once";
            case "DIRECT_REFERRAL" -> "Direct referral to the one service that fits";
            case "EARLY_HELP_ASSESSMENT" -> "Early help assessment with the family";
            case "OTHER_AUTHORITY" -> "Another authority: pass it on by hand";
            default -> pathway;
        };
    }

    static String match(String match) {
        return switch (match) {
            case "CERTAIN", "NEW" -> "the records agree on who this is";
            case "PROBABLE" -> "probably the same child in all records: check before acting";
            default -> "not sure to be the same child: check before acting";
        };
    }

    static String due(AlertRow row) {
        return row.status() == AlertStatus.RAISED ? "Acknowledge by " + PlainTime.of(row.acknowledgeBy()) : "Decide by " + PlainTime.of(row.decideBy());
    }

    static String due(Alert alert) {
        return switch (alert.status()) {
            case RAISED -> "Acknowledge by " + PlainTime.of(alert.clocks().acknowledgeBy()) + ", decide by " + PlainTime.of(alert.clocks().decideBy());
            case ACKNOWLEDGED -> "Decide by " + PlainTime.of(alert.clocks().decideBy());
            case DECIDED, CLOSED, WITHDRAWN -> "Nothing is due";
        };
    }

    /** Whether any fact speaks of domestic abuse: then nobody rings, writes or visits before the safe-contact check. */
    static boolean tellsOfDomesticAbuse(AlertContent content) {
        return Stream.concat(content.needs().stream().map(Need::code), content.harmTests().stream().map(HarmTest::code))
                .anyMatch(code -> code.equals("DOMESTIC_ABUSE") || code.startsWith("DA_"));
    }
}
