package org.earlyhelp.hub.web.casework;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.earlyhelp.hub.alert.Alert;
import org.earlyhelp.hub.alert.AlertContent;
import org.earlyhelp.hub.alert.AlertNotice;
import org.earlyhelp.hub.alert.AlertStatus;
import org.earlyhelp.hub.alert.Outcome;
import org.earlyhelp.hub.need.HarmTest;
import org.earlyhelp.hub.need.Need;
import org.earlyhelp.hub.page.DueClock;
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
            case "ALREADY_OPEN" -> "A worker already knows the family, pass it to them today";
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

    /** The clock that runs; null once nothing is due. */
    static DueClock due(Alert alert, Instant now) {
        return switch (alert.status()) {
            case RAISED -> DueClock.of("Acknowledge", alert.clocks().acknowledgeBy(), now);
            case ACKNOWLEDGED -> DueClock.of("Decide", alert.clocks().decideBy(), now);
            case DECIDED, CLOSED, WITHDRAWN -> null;
        };
    }

    /** The state in a word or two, for lists. */
    static String state(AlertStatus status) {
        return switch (status) {
            case RAISED -> "To acknowledge";
            case ACKNOWLEDGED -> "To decide";
            case DECIDED -> "Decided";
            case CLOSED -> "Closed";
            case WITHDRAWN -> "Withdrawn";
        };
    }

    /** {@code out-of-area} as {@code Out of area}. */
    static String locality(String id) {
        String words = id.replace('-', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String outcome(Outcome outcome) {
        return switch (outcome) {
            case UNIVERSAL -> "Universal: other help is enough";
            case EMERGING -> "Emerging needs: a team around the family, or the panel";
            case INTENSIVE -> "Several needs: intensive support";
            case SAFEGUARDING -> "Safeguarding: First Contact takes over";
        };
    }

    /** What happened to an alert, by the name its history keeps. */
    static String event(String event) {
        return switch (event) {
            case "RAISED" -> "raised";
            case "NEW_EVIDENCE" -> "new information came";
            case "CHILDREN_CHANGED" -> "a child joined the family or left it";
            case "GROUNDS_GONE" -> "withdrawn, because nothing is left that it rested on";
            case "STEPPED_UP" -> "closed, because the family is at level 4 and a first-contact alert has it";
            case "SPOKEN_FOR" -> "closed, because the alert of the family that the referral is about speaks for these children too";
            case "MERGED" -> "closed, because another alert has the family";
            case "ACKNOWLEDGED" -> "acknowledged";
            case "DECIDED" -> "decided";
            case "DECIDED_ON_OLDER" -> "decided on an older version, so it stays open";
            case "REMARKED" -> "feedback or a conversation was noted";
            default -> event.toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    /** The name of a field in words, for what is withheld. */
    static String field(String name) {
        return switch (name) {
            case "name" -> "Name";
            case "dateOfBirth" -> "Date of birth";
            case "address" -> "Address";
            case "phone" -> "Telephone";
            case "locality" -> "Locality";
            case "knownTo" -> "Name of an agency";
            case "alreadyOpen" -> "Who already works with the family";
            case "leadWorker" -> "Name of a worker";
            case "leadWorkerContact" -> "Contact of a worker";
            case "safeContact", "safeContactHow" -> "How contact is safe";
            case "school" -> "School";
            default -> "A fact (" + name + ")";
        };
    }

    /** Whether any fact speaks of domestic abuse: then nobody rings, writes or visits before the safe-contact check. */
    static boolean tellsOfDomesticAbuse(AlertContent content) {
        return Stream.concat(content.needs().stream().map(Need::code), content.harmTests().stream().map(HarmTest::code))
                .anyMatch(AlertWords::isDomesticAbuse);
    }

    /** Whether a need or harm test of that code speaks of domestic abuse. */
    static boolean isDomesticAbuse(String code) {
        return code.equals("DOMESTIC_ABUSE") || code.startsWith("DA_");
    }

    /** A notice that an alert waits, and for whom it was. */
    static String notice(AlertNotice notice) {
        String recipient = notice.told().equals("manager") ? "the manager" : "the contact out of hours";
        return PlainTime.of(notice.at()) + " – for " + recipient + ": " + notice.message();
    }
}
