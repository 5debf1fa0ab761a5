package org.earlyhelp.hub.web.measures;

import java.util.Locale;
import org.earlyhelp.hub.alert.Outcome;

/** Outcomes in plain words: those that needs hinder, and those that the front door decides. */
public final class OutcomeWords {
    private OutcomeWords() {
    }

    /** The outcome plan's words; a code that is new here is written as it is, in small letters. */
    public static String hindered(String code) {
        return switch (code) {
            case "GOOD_EDUCATION" -> "Good education";
            case "EARLY_YEARS_DEVELOPMENT" -> "Early years development";
            case "MENTAL_AND_PHYSICAL_HEALTH" -> "Mental and physical health";
            case "SAFE_FROM_ABUSE_AND_EXPLOITATION" -> "Safe from abuse and exploitation";
            case "SAFE_FROM_DOMESTIC_ABUSE" -> "Safe from domestic abuse";
            default -> code.replace('_', ' ').toLowerCase(Locale.ROOT);
        };
    }

    static String decided(Outcome outcome) {
        return switch (outcome) {
            case UNIVERSAL -> "alternative help";
            case EMERGING -> "team around the family";
            case INTENSIVE -> "intensive support";
            case SAFEGUARDING -> "First Contact";
        };
    }
}
