package org.earlyhelp.hub.web.operation;

import org.earlyhelp.hub.intake.Stage;

/** The stages of a delivery in words. */
final class StageWords {
    private StageWords() {
    }

    static String of(Stage stage) {
        return switch (stage) {
            case RECEIVED -> "being read";
            case ACCEPTED -> "accepted";
            case PARTIAL -> "accepted in part";
            case REJECTED -> "rejected";
            case DUPLICATE -> "sent before";
            case HELD -> "held";
            case INCOMPLETE -> "cut off";
        };
    }
}
