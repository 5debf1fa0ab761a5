package org.earlyhelp.hub.rights.access;

import org.earlyhelp.hub.sharing.ActKind;
import tools.jackson.databind.JsonNode;

/** Who looked and what for, in plain words: roles and organisations, never an account. */
final class LookWords {
    private LookWords() {
    }

    static String who(JsonNode recipient) {
        String name = recipient.path("name").asString("");
        return switch (recipient.path("kind").asString("")) {
            case "ROLE" -> role(name);
            case "QUEUE" -> name.startsWith("frontdoor.") ? "The council's front door for children, by message" : "The council's case system, by message";
            case "AGENCY" -> "The agency that referred";
            case "EXPORT" -> "An export for checking the hub";
            case "SUBJECT" -> "An answer under your rights";
            default -> "Somebody at the council";
        };
    }

    static String what(ActKind kind, String purpose) {
        String how = switch (kind) {
            case SENT -> "was sent it";
            case EXPORTED, OUTCOME -> "was given it";
            case BREAK_GLASS -> "opened it in an emergency";
            default -> "looked at it";
        };
        return how + switch (purpose) {
            case "EARLY_HELP" -> ", to give help early";
            case "SAFEGUARDING" -> ", to keep a child safe";
            case "MATCHING" -> ", to see that records are about the right person";
            case "GOVERNANCE" -> ", to check that data is used lawfully";
            case "OUTCOME_TO_REFERRER" -> ", to tell what was decided";
            case "RIGHTS" -> ", to answer a request under your rights";
            default -> ", to run the hub";
        };
    }

    private static String role(String name) {
        return switch (name) {
            case "front-door" -> "The council's front door for children";
            case "manager" -> "A manager of the front door";
            case "steward" -> "A data steward of the council";
            case "ig" -> "Information governance at the council";
            case "operator" -> "An operator of the hub";
            default -> "Somebody at the council";
        };
    }
}
