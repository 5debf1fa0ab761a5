package org.earlyhelp.hub.web.governance;

import org.earlyhelp.hub.sharing.ActKind;
import org.earlyhelp.hub.sharing.Borough;
import org.earlyhelp.hub.sharing.audit.Decided;
import org.earlyhelp.hub.sharing.log.EntryColumns;

/** Kinds of act, decisions and standings in words. */
final class ActWords {
    private ActWords() {
    }

    static String of(ActKind kind) {
        return switch (kind) {
            case RECEIVED -> "Received";
            case SENT -> "Sent";
            case VIEWED -> "Viewed";
            case EXPORTED -> "Exported";
            case OUTCOME -> "Outcome told";
            case REFUSED -> "Refused";
            case NOT_SHARED -> "Not shared";
            case BREAK_GLASS -> "Emergency access";
            case MATCHED -> "Matched";
            case CORRECTED -> "Corrected";
            case ERASED -> "Erased";
        };
    }

    static String of(Decided decided) {
        return switch (decided) {
            case SHARED -> "Shared";
            case WITHHELD_IN_PART -> "Shared, withheld in part";
            case REFUSED -> "Refused";
            case NOT_SHARED -> "Not shared";
            case NOTHING_ASKED -> "Nothing was asked for";
        };
    }

    /** As an entry names it; a dash for none. */
    static String standing(String standing) {
        if (standing == null) {
            return "–";
        }
        return switch (standing) {
            case "IN_FORCE" -> "in force";
            case "GRACE" -> "ended, in its days of grace";
            case EntryColumns.NO_AGREEMENT_IN_FORCE -> "no agreement in force";
            default -> standing;
        };
    }

    /** The agency's name, or that the hub worked it out. */
    static String agency(String id, String name) {
        return id.equals(Borough.AGENCY) ? "The hub's own findings" : name;
    }
}
